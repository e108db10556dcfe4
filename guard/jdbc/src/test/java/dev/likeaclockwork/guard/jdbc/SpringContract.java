// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.guard.Action;
import dev.likeaclockwork.guard.CausalDeduplicator;
import dev.likeaclockwork.guard.DurableStoreContract;
import dev.likeaclockwork.guard.GuardPolicy;
import dev.likeaclockwork.guard.event.IncomingEvent;
import dev.likeaclockwork.guard.state.StateStore;
import dev.likeaclockwork.guard.verdict.Verdict;
import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/** A store that takes part in Spring's transactions, as those of {@code @Transactional} are. */
abstract class SpringContract extends DurableStoreContract {
    private static final IncomingEvent EVENT = IncomingEvent.byDot("a", VectorTimestamp.parse("a=1"));

    private DataSource database;
    private DataSourceTransactionManager manager;

    abstract DataSource database();

    @Override
    protected StateStore open(InstantSource time) {
        database = database();
        manager = new DataSourceTransactionManager(database);
        return reopen(time);
    }

    @Override
    protected StateStore reopen(InstantSource time) {
        return JdbcStore.joining(new TransactionAwareDataSourceProxy(database)).withTime(time);
    }

    @Override
    protected <R> R call(Callable<R> work) throws Exception {
        TransactionStatus transaction =
                manager.getTransaction(new DefaultTransactionDefinition(TransactionDefinition.PROPAGATION_REQUIRED));
        try {
            R result = work.call();
            manager.commit(transaction);
            return result;
        } catch (Throwable failure) {
            if (!transaction.isCompleted()) {
                manager.rollback(transaction);
            }
            throw failure;
        }
    }

    private CausalDeduplicator guard() {
        return CausalDeduplicator.on(reopen(InstantSource.system()), GuardPolicy.operations(Action.DROP))
                .build();
    }

    private Verdict process(CausalDeduplicator guard, JdbcTemplate jdbc) {
        return guard.process("k", EVENT, () -> jdbc.update("insert into effects values ('a')"))
                .verdict();
    }

    private int effects(JdbcTemplate jdbc) {
        Integer count = jdbc.queryForObject("select count(*) from effects", Integer.class);
        return count == null ? -1 : count;
    }

    @Test
    void rollback_takesEffectAndMemoryBackTogether() throws Exception {
        JdbcTemplate jdbc = new JdbcTemplate(database);
        CausalDeduplicator guard = guard();
        assertThatThrownBy(() -> call(() -> {
                    assertThat(process(guard, jdbc)).isEqualTo(Verdict.NEW);
                    throw new IOException("after the effect");
                }))
                .isInstanceOf(IOException.class);
        assertThat(effects(jdbc)).isZero();

        assertThat(call(() -> process(guard, jdbc))).isEqualTo(Verdict.NEW);
        assertThat(call(() -> process(guard, jdbc))).isEqualTo(Verdict.DUPLICATE);
        assertThat(effects(jdbc)).isOne();
    }

    @Test
    void checkedExceptionOfTheEffect_comesOutAsItIs() {
        assertThatThrownBy(() -> call(() -> guard().process("k", EVENT, () -> {
                    throw new IOException("inside the effect");
                })))
                .isInstanceOf(IOException.class)
                .hasMessage("inside the effect");
    }

    @Test
    void callWithoutATransaction_isRefused() {
        assertThatThrownBy(() -> process(guard(), new JdbcTemplate(database)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("the store takes part in the caller's transaction, but there is none");
    }
}
