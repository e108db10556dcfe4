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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Two instances of a service that want to insert one row: the later one waits, and then sees it, tries again, or fails
 * clearly.
 */
@Timeout(60)
class RacingInstancesTest {
    private static final IncomingEvent EVENT = IncomingEvent.byDot("a", VectorTimestamp.parse("a=1"));

    private final ExecutorService otherInstance = Executors.newSingleThreadExecutor();
    private final DataSource database = Databases.postgres();
    private Connection connection;

    @BeforeEach
    void beginTransaction() throws SQLException {
        connection = begin();
    }

    @AfterEach
    void stop() throws SQLException {
        otherInstance.shutdownNow();
        connection.close();
    }

    private Connection begin() throws SQLException {
        Connection begun = database.getConnection();
        begun.setAutoCommit(false);
        return begun;
    }

    private static CausalDeduplicator guard(StateStore store) {
        return CausalDeduplicator.on(store, GuardPolicy.operations(Action.DROP)).build();
    }

    private static Verdict process(StateStore store, String key) {
        return guard(store).process(key, EVENT, () -> {}).verdict();
    }

    private <R> Future<R> startAndAwaitLock(Callable<R> work) throws SQLException {
        Future<R> running = otherInstance.submit(work);
        try (Connection observer = database.getConnection();
                Statement statement = observer.createStatement()) {
            while (!isTrue(statement, "select exists (select from pg_stat_activity where wait_event_type = 'Lock')")) {
                assertThat(running).isNotDone();
            }
        }
        return running;
    }

    private static boolean isTrue(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    private Verdict processInOtherTransaction() throws SQLException {
        try (Connection other = begin()) {
            Verdict verdict = process(JdbcStore.on(other), "k");
            other.commit();
            return verdict;
        }
    }

    @Test
    void firstEventOfAKey_isADuplicateForTheInstanceThatWaited() throws Exception {
        assertThat(process(JdbcStore.on(connection), "k")).isEqualTo(Verdict.NEW);
        Future<Verdict> other = startAndAwaitLock(this::processInOtherTransaction);
        connection.commit();

        assertThat(other.get()).isEqualTo(Verdict.DUPLICATE);
    }

    @Test
    void firstEventOfAKey_isNewIfTheFirstInstanceRollsBack() throws Exception {
        assertThat(process(JdbcStore.on(connection), "k")).isEqualTo(Verdict.NEW);
        Future<Verdict> other = startAndAwaitLock(this::processInOtherTransaction);
        connection.rollback();

        assertThat(other.get()).isEqualTo(Verdict.NEW);
        assertThat(processInOtherTransaction()).isEqualTo(Verdict.DUPLICATE);
    }

    /** Both expire other keys, and insert the row that says so. */
    private void expireTheFirstKey() {
        process(at(10), "k1");
        assertThat(guard(JdbcStore.on(connection)).forgetIdleSince(Instant.ofEpochMilli(20)))
                .isOne();
        process(at(5), "k2");
    }

    private JdbcStore at(long millis) {
        return JdbcStore.standalone(database).withTime(() -> Instant.ofEpochMilli(millis));
    }

    private static long expireTheSecondKey(StateStore store) {
        return guard(store).forgetIdleSince(Instant.ofEpochMilli(7));
    }

    @Test
    void uniqueViolation_isTriedAgainByAStoreOfItsOwn() throws Exception {
        expireTheFirstKey();
        Future<Long> other = startAndAwaitLock(() -> expireTheSecondKey(JdbcStore.standalone(database)));
        connection.commit();

        assertThat(other.get()).isOne();
        assertThat(process(JdbcStore.standalone(database), "k1")).isEqualTo(Verdict.UNKNOWN);
        assertThat(process(JdbcStore.standalone(database), "k2")).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void uniqueViolationInTheCallersTransaction_failsItAndMayBeTriedAgain() throws Exception {
        expireTheFirstKey();
        try (Connection other = begin()) {
            Future<Long> expiry = startAndAwaitLock(() -> expireTheSecondKey(JdbcStore.on(other)));
            connection.commit();

            assertThatThrownBy(expiry::get)
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOfSatisfying(
                            StoreException.class,
                            e -> assertThat(e.isRetryable()).isTrue())
                    .hasMessageStartingWith("cannot expire events-history: ERROR: duplicate key value violates unique"
                            + " constraint \"clockwork_expiry_pkey\"");
            other.rollback();
            assertThat(process(JdbcStore.on(other), "k2")).isEqualTo(Verdict.DUPLICATE);
            assertThat(expireTheSecondKey(JdbcStore.on(other))).isOne();
        }
    }
}
