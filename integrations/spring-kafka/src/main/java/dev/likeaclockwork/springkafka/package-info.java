// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
/**
 * Causality for Spring Kafka: {@link dev.likeaclockwork.springkafka.ClockworkListenerInterceptor} for listeners;
 * {@link dev.likeaclockwork.kafka.ClockworkKafka#wrap} is a post processor of producers as it is.
 */
@NullMarked
package dev.likeaclockwork.springkafka;

import org.jspecify.annotations.NullMarked;
