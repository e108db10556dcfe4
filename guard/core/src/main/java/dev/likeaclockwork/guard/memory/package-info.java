// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0

/** The store in memory: fast, bounded, and empty again when the process restarts. It uses Caffeine. */
@NullMarked
package dev.likeaclockwork.guard.memory;

import org.jspecify.annotations.NullMarked;
