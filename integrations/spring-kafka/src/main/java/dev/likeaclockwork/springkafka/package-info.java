// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
/**
 * Integration of Spring Kafka: {@link dev.likeaclockwork.springkafka.ClockworkListenerInterceptor} instruments listener
 * containers. Producers need no class of their own: {@link dev.likeaclockwork.kafka.ClockworkKafka#wrap} is a producer
 * post processor.
 */
@NullMarked
package dev.likeaclockwork.springkafka;

import org.jspecify.annotations.NullMarked;
