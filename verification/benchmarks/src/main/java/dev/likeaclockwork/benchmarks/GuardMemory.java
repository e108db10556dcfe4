// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.benchmarks;

import dev.likeaclockwork.guard.Action;
import dev.likeaclockwork.guard.CausalDeduplicator;
import dev.likeaclockwork.guard.GuardPolicy;
import dev.likeaclockwork.guard.event.IncomingEvent;
import dev.likeaclockwork.guard.state.Change;
import dev.likeaclockwork.guard.state.StateKind;
import dev.likeaclockwork.guard.state.StateStore;
import dev.likeaclockwork.guard.state.StateTable;
import dev.likeaclockwork.guard.state.StoredState;
import java.time.Instant;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Prints how many bytes a store keeps of a key whose history has no gaps, as a Markdown table. */
public final class GuardMemory {
    private static final int EVENTS = 100_000;

    private GuardMemory() {}

    /** Takes no arguments. */
    public static void main(String[] args) {
        System.out.println("| writers | events | bytes | goal |");
        System.out.println("|--:|--:|--:|--:|");
        for (int writers : new int[] {1, 3, 5}) {
            System.out.printf("| %d | %d | %d | ≤ 200 |%n", writers, EVENTS, size(writers));
        }
    }

    private static int size(int writers) {
        OneKey store = new OneKey();
        CausalDeduplicator guard = CausalDeduplicator.on(store, GuardPolicy.operations(Action.QUEUE))
                .build();
        for (IncomingEvent event : GuardFeed.chain(writers, EVENTS)) {
            guard.process("order:1000001", event, () -> {});
        }
        return store.size;
    }

    /** A store that keeps bytes, of one key and one kind. */
    private static final class OneKey implements StateStore {
        private int size;

        @Override
        public <S> StateTable<S> table(StateKind<S> kind) {
            return new Table<>(this, kind);
        }
    }

    private static final class Table<S> implements StateTable<S> {
        private final OneKey store;
        private final StateKind<S> kind;
        private byte @Nullable [] bytes;

        Table(OneKey store, StateKind<S> kind) {
            this.store = store;
            this.kind = kind;
        }

        @Override
        public boolean joinsTransaction() {
            return true;
        }

        @Override
        public StoredState<S> read(String key) {
            return bytes == null
                    ? StoredState.empty(null)
                    : StoredState.of(kind.codec().decode(bytes));
        }

        @Override
        public <R> R update(String key, Function<? super StoredState<S>, Change<S, R>> step) {
            Change<S, R> change = step.apply(read(key));
            if (change.state() != null) {
                bytes = kind.codec().encode(change.state());
                store.size = bytes.length;
            }
            return change.result();
        }

        @Override
        public void forEach(BiConsumer<? super String, ? super S> action) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long expire(Instant before) {
            throw new UnsupportedOperationException();
        }
    }
}
