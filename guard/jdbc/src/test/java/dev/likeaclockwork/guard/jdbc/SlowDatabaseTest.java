// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.guard.Action;
import dev.likeaclockwork.guard.CausalDeduplicator;
import dev.likeaclockwork.guard.GuardPolicy;
import dev.likeaclockwork.guard.event.IncomingEvent;
import dev.likeaclockwork.guard.state.StateStore;
import dev.likeaclockwork.guard.state.StoreException;
import dev.likeaclockwork.guard.verdict.Verdict;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.ds.PGSimpleDataSource;

/** A database that takes a minute for its first write, and a service that waits for 200 ms. */
@Timeout(60)
class SlowDatabaseTest {
    private static final IncomingEvent EVENT = IncomingEvent.byDot("a", VectorTimestamp.parse("a=1"));

    private final AtomicInteger effects = new AtomicInteger();
    private final PGSimpleDataSource impatient = new PGSimpleDataSource();

    @BeforeEach
    void slowDown() {
        DataSource database = Databases.postgres();
        Databases.execute(database, """
                create sequence writes;
                create function sleep_once() returns trigger language plpgsql as $$
                begin
                    if nextval('writes') = 1 then
                        perform pg_sleep(60);
                    end if;
                    return new;
                end $$;
                create trigger slow before insert on clockwork_state for each row execute function sleep_once();
                """);
        impatient.setUrl(Databases.postgresUrl());
        impatient.setOptions("-c statement_timeout=200");
    }

    private Verdict process(StateStore store) {
        return CausalDeduplicator.on(store, GuardPolicy.operations(Action.DROP))
                .build()
                .process("k", EVENT, effects::incrementAndGet)
                .verdict();
    }

    @Test
    void statementThatTimesOut_isTriedAgainByAStoreOfItsOwn() {
        assertThat(process(JdbcStore.standalone(impatient))).isEqualTo(Verdict.NEW);
        assertThat(process(JdbcStore.standalone(impatient))).isEqualTo(Verdict.DUPLICATE);
        assertThat(effects).hasValue(1);
    }

    @Test
    void statementThatTimesOutInTheCallersTransaction_failsItAndMayBeTriedAgain() throws Exception {
        try (Connection connection = impatient.getConnection()) {
            connection.setAutoCommit(false);
            assertThatThrownBy(() -> process(JdbcStore.on(connection)))
                    .isInstanceOfSatisfying(
                            StoreException.class,
                            e -> assertThat(e.isRetryable()).isTrue())
                    .hasMessageStartingWith("cannot write the events-history of key 'k': ERROR: canceling statement due"
                            + " to statement timeout");
            assertThat(effects).hasValue(0);
            connection.rollback();

            assertThat(process(JdbcStore.on(connection))).isEqualTo(Verdict.NEW);
            connection.commit();
        }
        assertThat(effects).hasValue(1);
    }
}
