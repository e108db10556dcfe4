// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0

/**
 * A consumer of a real Kafka broker that gets its events late, twice and again, and is killed meanwhile:
 * {@link dev.likeaclockwork.examples.dedup.Dedup} starts both, and counts what became of each event.
 */
@NullMarked
package dev.likeaclockwork.examples.dedup;

import org.jspecify.annotations.NullMarked;
