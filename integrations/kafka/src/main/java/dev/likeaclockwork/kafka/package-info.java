// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
/**
 * Integration of Kafka's own clients: {@link dev.likeaclockwork.kafka.ClockworkKafka} wraps producers and runs the
 * handlers of polled messages.
 */
@NullMarked
package dev.likeaclockwork.kafka;

import org.jspecify.annotations.NullMarked;
