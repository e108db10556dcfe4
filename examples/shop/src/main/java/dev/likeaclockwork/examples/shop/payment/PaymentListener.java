// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.examples.shop.payment;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.support.Acknowledgment;
import org.springframework.stereotype.Component;

/**
 * Takes the payments that messages request. The demo provokes a redelivery of each message: the first delivery is
 * processed, but not acknowledged.
 */
@Component
class PaymentListener {
    private final Set<Long> delivered = ConcurrentHashMap.newKeySet();
    private final Till till;

    PaymentListener(Till till) {
        this.till = till;
    }

    @KafkaListener(topics = "payments")
    void onRequest(ConsumerRecord<String, String> request, Acknowledgment acknowledgment) {
        till.take(request);
        if (delivered.add(request.offset())) {
            acknowledgment.nack(Duration.ZERO);
        } else {
            acknowledgment.acknowledge();
        }
    }
}
