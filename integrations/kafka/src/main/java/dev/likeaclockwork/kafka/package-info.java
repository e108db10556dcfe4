// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
/**
 * Causality for the plain clients of Kafka: {@link dev.likeaclockwork.kafka.ClockworkKafka} wraps producers, and runs
 * handlers of what consumers polled.
 */
@NullMarked
package dev.likeaclockwork.kafka;

import org.jspecify.annotations.NullMarked;
