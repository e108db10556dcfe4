// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.examples.shop.payment;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Service;

/** The second bug of the demo: each delivery of a message charges the buyer. */
@Service
@Profile("!fixed")
class PlainTill implements Till {
    private final Charges charges;

    PlainTill(Charges charges) {
        this.charges = charges;
    }

    @Override
    public void take(ConsumerRecord<String, String> request) {
        charges.add(request.key(), request.value());
    }
}
