// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
/**
 * Coverage-guided fuzzing of every parser. Each class ending in {@code Fuzz} feeds one parser with the inputs that
 * Jazzer makes from the seeds in {@code seeds}, and fails on anything but the documented exceptions.
 */
@NullMarked
package dev.likeaclockwork.fuzz;

import org.jspecify.annotations.NullMarked;
