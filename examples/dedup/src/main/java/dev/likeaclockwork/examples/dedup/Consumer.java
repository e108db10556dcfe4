// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.examples.dedup;

import dev.likeaclockwork.guard.Action;
import dev.likeaclockwork.guard.CausalDeduplicator;
import dev.likeaclockwork.guard.Conflict;
import dev.likeaclockwork.guard.ConflictHandler;
import dev.likeaclockwork.guard.Decision;
import dev.likeaclockwork.guard.GuardPolicy;
import dev.likeaclockwork.guard.event.IncomingEvent;
import dev.likeaclockwork.guard.jdbc.JdbcStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Applies each event, and records it in the guard, in one transaction. Not thread-safe. */
final class Consumer {
    /** A sale is an operation, so a late one counts; concurrent ones wait in the conflict queue. */
    private static final GuardPolicy POLICY = GuardPolicy.operations(Action.QUEUE);

    private final Connection connection;
    private final boolean isGuarded;
    private final RunPlan plan;
    private int effects;

    Consumer(Connection connection, boolean isGuarded, RunPlan plan) {
        this.connection = connection;
        this.isGuarded = isGuarded;
        this.plan = plan;
    }

    private CausalDeduplicator guard() {
        return CausalDeduplicator.on(JdbcStore.on(connection), POLICY).build();
    }

    /** Consumes a record; false if the planned end of this run is reached. */
    boolean consume(ConsumerRecord<String, byte[]> message) throws SQLException {
        Sale sale = Sale.from(message);
        Outcome outcome = outcome(sale);
        System.out.println(outcome.line(message.offset(), sale));
        boolean ends = outcome.isApplied() && ++effects == plan.effects();
        if (ends && plan.end() == RunPlan.End.KILLED_BEFORE_COMMIT) {
            ConsumerProcess.awaitDeath();
        }
        connection.commit();
        if (ends && plan.end() == RunPlan.End.KILLED_AFTER_COMMIT) {
            ConsumerProcess.awaitDeath();
        }
        return !ends;
    }

    private Outcome outcome(Sale sale) throws SQLException {
        if (!isGuarded) {
            count(sale.product(), sale.event());
            return Outcome.UNGUARDED;
        }
        return Outcome.of(guard().process(sale.product(), sale.event(), () -> count(sale.product(), sale.event())));
    }

    private void count(String product, IncomingEvent event) throws SQLException {
        SalesTable.insert(connection, event.stamp().name().toString(), product, Sale.pieces(event.payload()));
    }

    /** Resolves the conflict queue: both tills have sold, so both sales count. */
    void resolveConflicts() throws SQLException {
        List<Conflict> waiting = new ArrayList<>();
        guard().conflicts().forEach(waiting::add);
        for (String product :
                waiting.stream().map(Conflict::key).distinct().sorted().toList()) {
            List<Decision> decisions = guard().conflicts()
                    .resolve(product, ConflictHandler.keepBoth(), event -> countQueued(product, event));
            connection.commit();
            decisions.forEach(
                    decision -> System.out.println(Outcome.of(decision).line(decision)));
        }
    }

    private void countQueued(String product, IncomingEvent event) {
        try {
            count(product, event);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
