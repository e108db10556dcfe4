// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.examples.shop.payment;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Takes payments. */
interface Till {
    /** Takes the payment that a message requests; the key of the message is the order, its value is the buyer. */
    void take(ConsumerRecord<String, String> request);
}
