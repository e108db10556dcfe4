// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0

/**
 * What clocks and codecs cost, beside what the peers' cost in the same run. One class for each subject;
 * {@link dev.likeaclockwork.benchmarks.Goals} says what is aimed for, and {@link dev.likeaclockwork.benchmarks.Report}
 * prints the table of docs/benchmarks.md.
 */
@NullMarked
package dev.likeaclockwork.benchmarks;

import org.jspecify.annotations.NullMarked;
