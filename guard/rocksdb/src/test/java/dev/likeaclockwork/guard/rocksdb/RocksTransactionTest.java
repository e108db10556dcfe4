// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.guard.Action;
import dev.likeaclockwork.guard.CausalDeduplicator;
import dev.likeaclockwork.guard.DurableStoreContract;
import dev.likeaclockwork.guard.GuardPolicy;
import dev.likeaclockwork.guard.event.IncomingEvent;
import dev.likeaclockwork.guard.state.StateKind;
import dev.likeaclockwork.guard.state.StateStore;
import dev.likeaclockwork.guard.state.StateTable;
import dev.likeaclockwork.guard.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.Transaction;

/** All changes of a caller's transaction together. */
class RocksTransactionTest extends DurableStoreContract {
    private static final IncomingEvent EVENT = IncomingEvent.byDot("a", VectorTimestamp.parse("a=1"));
    private static final byte[] EFFECT = {1};

    /** Each thread's, while it is in one. */
    private static final ThreadLocal<StateStore> CURRENT = new ThreadLocal<>();

    @TempDir
    private Path directory;

    private RocksStore rocks;

    @Override
    protected StateStore open(InstantSource time) {
        rocks = RocksStore.open(directory, time);
        return new StateStore() {
            @Override
            public <S> StateTable<S> table(StateKind<S> kind) {
                return new CurrentTable<>(() -> CURRENT.get().table(kind));
            }
        };
    }

    @Override
    protected StateStore reopen(InstantSource time) {
        rocks.close();
        return open(time);
    }

    @Override
    protected <R> R call(Callable<R> work) throws Exception {
        return rocks.inTransaction((store, transaction) -> {
            CURRENT.set(store);
            return work.call();
        });
    }

    @AfterEach
    void close() {
        rocks.close();
    }

    private Verdict process(StateStore store, Transaction transaction) throws Exception {
        return CausalDeduplicator.on(store, GuardPolicy.operations(Action.DROP))
                .build()
                .process("k", EVENT, () -> transaction.put(EFFECT, EFFECT))
                .verdict();
    }

    @Test
    void rollback_takesEffectAndMemoryBackTogether() throws Exception {
        assertThatThrownBy(() -> rocks.inTransaction((store, transaction) -> {
                    assertThat(process(store, transaction)).isEqualTo(Verdict.NEW);
                    throw new IOException("after the effect");
                }))
                .isInstanceOf(IOException.class);
        assertThat(rocks.get(EFFECT)).isNull();

        assertThat(rocks.inTransaction(this::process)).isEqualTo(Verdict.NEW);
        assertThat(rocks.inTransaction(this::process)).isEqualTo(Verdict.DUPLICATE);
        assertThat(rocks.get(EFFECT)).isEqualTo(EFFECT);
    }
}
