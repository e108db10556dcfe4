// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.kafkastreams;

import org.apache.kafka.streams.kstream.KStream;

/**
 * The three outputs of a deduplication. Keys, values, timestamps and headers are those of the input; queued and dropped
 * records have the header {@value CausalDeduplication#DECISION_HEADER} in addition. No output is repartitioned.
 *
 * @param processed each event once
 * @param queued each event that waits to be resolved, once
 * @param dropped duplicates, and the events that the policy drops
 */
public record GuardedStream<K, V>(KStream<K, V> processed, KStream<K, V> queued, KStream<K, V> dropped) {}
