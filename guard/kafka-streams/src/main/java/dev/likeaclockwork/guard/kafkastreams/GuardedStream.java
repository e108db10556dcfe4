// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.kafkastreams;

import org.apache.kafka.streams.kstream.KStream;

/**
 * What a deduplication makes of a stream. Keys, values, timestamps and headers are those that came in; what was not
 * processed has the header {@value CausalDeduplication#DECISION_HEADER} in addition. None of the three is
 * repartitioned.
 *
 * @param processed each event once
 * @param queued each event that waits for somebody to resolve it, once
 * @param dropped duplicates, and what the policy drops
 */
public record GuardedStream<K, V>(KStream<K, V> processed, KStream<K, V> queued, KStream<K, V> dropped) {}
