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
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionTemplate;

/** A database that is down, slow, deadlocked or strange gives a clear failure, and nothing passes in silence. */
class DatabaseFailuresTest {
    private static final IncomingEvent EVENT = IncomingEvent.byDot("a", VectorTimestamp.parse("a=1"));

    private final AtomicInteger failures = new AtomicInteger();

    private static Verdict process(StateStore store, String key) {
        return CausalDeduplicator.on(store, GuardPolicy.operations(Action.DROP))
                .build()
                .process(key, EVENT, () -> {})
                .verdict();
    }

    private interface Work {
        void on(Connection connection) throws Exception;
    }

    private static void inTransaction(DataSource database, Work work) throws Exception {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            work.on(connection);
            connection.commit();
        }
    }

    @Test
    void storeOnAConnection_commitsWithIt() throws Exception {
        DataSource database = Databases.h2();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            assertThat(process(JdbcStore.on(connection), "k")).isEqualTo(Verdict.NEW);
            connection.rollback();
            assertThat(process(JdbcStore.on(connection), "k")).isEqualTo(Verdict.NEW);
            connection.commit();
            assertThat(process(JdbcStore.on(connection), "k")).isEqualTo(Verdict.DUPLICATE);
        }
    }

    /** As pools can be set to give. */
    private static DataSource withoutAutoCommit(DataSource database) {
        return new DelegatingDataSource(database) {
            @Override
            public Connection getConnection() throws SQLException {
                Connection connection = super.getConnection();
                connection.setAutoCommit(false);
                return connection;
            }
        };
    }

    @ParameterizedTest
    @MethodSource("databases")
    void connectionsOfNoTransaction_areRefused(DataSource database) {
        DataSource pool = withoutAutoCommit(database);

        for (DataSource given : List.of(pool, new TransactionAwareDataSourceProxy(pool))) {
            assertThatThrownBy(() -> process(JdbcStore.joining(given), "k"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("the store takes part in the caller's transaction, but there is none: the"
                            + " data source gives another connection each time");
        }
    }

    @ParameterizedTest
    @MethodSource("databases")
    void transactionOnAConnectionWithoutAutoCommit_isJoined(DataSource database) {
        DataSource pool = withoutAutoCommit(database);
        TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(pool));
        JdbcStore store = JdbcStore.joining(new TransactionAwareDataSourceProxy(pool));

        assertThat(transaction.<Verdict>execute(status -> process(store, "k"))).isEqualTo(Verdict.NEW);
        assertThat(transaction.<Verdict>execute(status -> process(store, "k"))).isEqualTo(Verdict.DUPLICATE);
    }

    static List<DataSource> databases() {
        return List.of(Databases.postgres(), Databases.h2(), Databases.sqlite());
    }

    @Test
    void deadlock_isRetryableAndResolvedByTryingAgain() throws Exception {
        DataSource database = Databases.postgres();
        CyclicBarrier bothHoldOne = new CyclicBarrier(2);
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            Future<?> one = pool.submit(crossing(database, "k1", "k2", bothHoldOne));
            Future<?> other = pool.submit(crossing(database, "k2", "k1", bothHoldOne));
            one.get(1, TimeUnit.MINUTES);
            other.get(1, TimeUnit.MINUTES);
        } finally {
            pool.shutdownNow();
        }

        assertThat(failures).hasValue(1);
        inTransaction(database, connection -> {
            assertThat(process(JdbcStore.on(connection), "k1")).isEqualTo(Verdict.DUPLICATE);
            assertThat(process(JdbcStore.on(connection), "k2")).isEqualTo(Verdict.DUPLICATE);
        });
    }

    private Callable<?> crossing(DataSource database, String first, String second, CyclicBarrier bothHoldOne) {
        return () -> {
            for (boolean again = false; ; again = true) {
                boolean waits = !again;
                try {
                    inTransaction(database, connection -> {
                        process(JdbcStore.on(connection), first);
                        if (waits) {
                            bothHoldOne.await(1, TimeUnit.MINUTES);
                        }
                        process(JdbcStore.on(connection), second);
                    });
                    return null;
                } catch (StoreException e) {
                    assertThat(e.isRetryable()).as("%s", e).isTrue();
                    failures.incrementAndGet();
                }
            }
        };
    }

    @Test
    void lockThatIsHeldTooLong_isRetryable() throws Exception {
        DataSource database = Databases.postgres();
        inTransaction(database, holder -> {
            process(JdbcStore.on(holder), "k");
            inTransaction(database, waiter -> {
                waiter.createStatement().execute("set local lock_timeout = '50ms'");
                assertThatThrownBy(() -> process(JdbcStore.on(waiter), "k"))
                        .isInstanceOfSatisfying(
                                StoreException.class,
                                e -> assertThat(e.isRetryable()).isTrue())
                        .hasMessageStartingWith("cannot write the events-history of key 'k': ERROR: canceling statement"
                                + " due to lock timeout");
            });
        });
    }

    @Test
    void databaseThatIsDown_failsTheCall() throws IOException {
        EmbeddedPostgres server = EmbeddedPostgres.start();
        DataSource database = server.getPostgresDatabase();
        JdbcStore.createTables(database);
        JdbcStore store = JdbcStore.standalone(database);
        server.close();
        AtomicInteger effects = new AtomicInteger();

        assertThatThrownBy(() -> CausalDeduplicator.on(store, GuardPolicy.operations(Action.DROP))
                        .build()
                        .process("k", EVENT, effects::incrementAndGet))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("cannot write the events-history of key 'k'");
        assertThat(effects).hasValue(0);
    }

    @Test
    void tablesThatAreMissing_areNamedAndNotRetried() {
        DataSource database = Databases.h2();
        Databases.execute(database, "drop table clockwork_state");

        assertThatThrownBy(() -> process(JdbcStore.standalone(database), "k"))
                .isInstanceOfSatisfying(
                        StoreException.class, e -> assertThat(e.isRetryable()).isFalse())
                .hasMessageContaining("CLOCKWORK_STATE");
    }
}
