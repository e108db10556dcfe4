// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.examples.shop.payment;

import dev.likeaclockwork.BinaryTransport;
import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.guard.Action;
import dev.likeaclockwork.guard.CausalDeduplicator;
import dev.likeaclockwork.guard.Decision;
import dev.likeaclockwork.guard.GuardPolicy;
import dev.likeaclockwork.guard.event.IncomingEvent;
import dev.likeaclockwork.guard.jdbc.JdbcStore;
import dev.likeaclockwork.runtime.Clockwork;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes each payment once: the guard records the message in the transaction that records the charge. */
@Service
@Profile("fixed")
class GuardedTill implements Till {
    private static final Logger LOG = LoggerFactory.getLogger(GuardedTill.class);

    private final Charges charges;
    private final Clockwork clockwork;
    private final CausalDeduplicator guard;

    GuardedTill(Charges charges, Clockwork clockwork, DataSource database) {
        this.charges = charges;
        this.clockwork = clockwork;
        JdbcStore.createTables(database);
        JdbcStore store = JdbcStore.joining(new TransactionAwareDataSourceProxy(database));
        guard = CausalDeduplicator.on(store, GuardPolicy.operations(Action.QUEUE))
                .build();
    }

    @Override
    @Transactional
    public void take(ConsumerRecord<String, String> request) {
        IncomingEvent event = IncomingEvent.byId(request.key(), stamp(request));
        Decision decision = guard.process(request.value(), event, () -> charges.add(request.key(), request.value()));
        if (!decision.isProcessed()) {
            clockwork
                    .event("payment.dropped")
                    .with("order", request.key())
                    .with("verdict", decision.verdict())
                    .record();
            LOG.info("{} is not charged for {}: {}", request.value(), request.key(), decision.verdict());
        }
    }

    private static VectorTimestamp stamp(ConsumerRecord<?, ?> request) {
        return BinaryTransport.extractVector(name -> value(request.headers().lastHeader(name)))
                .orElse(VectorTimestamp.empty());
    }

    private static byte @Nullable [] value(@Nullable Header header) {
        return header == null ? null : header.value();
    }
}
