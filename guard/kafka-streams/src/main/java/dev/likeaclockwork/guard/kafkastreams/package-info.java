// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0

/**
 * The guard in Kafka Streams: deduplication, conflict detection and versioned values as processors whose state is a
 * store of the task, partitioned, changelogged and queried as any other; and stamps that survive joins and aggregates.
 */
@NullMarked
package dev.likeaclockwork.guard.kafkastreams;

import org.jspecify.annotations.NullMarked;
