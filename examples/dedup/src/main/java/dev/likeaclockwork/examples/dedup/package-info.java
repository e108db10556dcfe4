// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0

/**
 * A consumer of a Kafka broker that receives events late, twice and again after restarts, and is killed several times:
 * {@link dev.likeaclockwork.examples.dedup.Dedup} starts both, and checks that each event is applied once.
 */
@NullMarked
package dev.likeaclockwork.examples.dedup;

import org.jspecify.annotations.NullMarked;
