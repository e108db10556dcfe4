// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.kafkastreams;

import dev.likeaclockwork.guard.versioned.Versioned;
import org.apache.kafka.streams.kstream.KStream;

/**
 * The outcomes of the writes of a stream.
 *
 * @param accepted the value after each write whose writer had read all siblings, or whose conflict was merged; with its
 *     context as header
 * @param conflicts the value with all its siblings after each write whose writer had not read some of them; with its
 *     context as header
 * @param refused the unchanged records of refused writes, with the reason in the header
 *     {@value CausalDeduplication#DECISION_HEADER}: the key or value is missing, the context is malformed or belongs to
 *     another value, or there are too many siblings
 */
public record VersionedStream<K, V>(
        KStream<K, Versioned<V>> accepted, KStream<K, Versioned<V>> conflicts, KStream<K, V> refused) {}
