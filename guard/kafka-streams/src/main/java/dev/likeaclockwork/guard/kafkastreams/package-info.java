// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0

/**
 * The guard in Kafka Streams: deduplication, conflict detection and versioned values as processors. Their states are in
 * stores of the task, which have partitions, changelogs and queries like any other. {@code Stamped} values carry stamps
 * through joins and aggregates.
 */
@NullMarked
package dev.likeaclockwork.guard.kafkastreams;

import org.jspecify.annotations.NullMarked;
