// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.versioned;

import dev.likeaclockwork.Dot;
import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.guard.state.Change;
import dev.likeaclockwork.guard.state.Codec;
import dev.likeaclockwork.guard.state.Keys;
import dev.likeaclockwork.guard.state.StateKind;
import dev.likeaclockwork.guard.state.StateStore;
import dev.likeaclockwork.guard.state.StateTable;
import dev.likeaclockwork.guard.state.StoredState;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * The versioned values of one kind in a store, by key. Each write names the versions that it had read, so that no write
 * is lost unnoticed.
 *
 * <pre>{@code
 * var stock = VersionedStore.in(store, "stock", "shop-db", Codec.utf8());
 * Versioned<String> read = stock.get("product:42");
 * switch (stock.put("product:42", read.context(), "sold")) { ... }
 * }</pre>
 *
 * <p>The values are as durable as the store. If the store joins the caller's transaction, a write commits with it.
 * Thread-safe.
 */
public final class VersionedStore<T> {
    private static final System.Logger LOG = System.getLogger(VersionedStore.class.getName());

    private static final VersionObserver NO_OBSERVER = new VersionObserver() {
        @Override
        public void read(String key, VectorTimestamp version) {}

        @Override
        public void wrote(String key, VectorTimestamp base, VectorTimestamp version) {}
    };

    private final StateTable<Versioned<T>> table;
    private final String owner;
    private final VersionObserver observer;

    private VersionedStore(StateTable<Versioned<T>> table, String owner, VersionObserver observer) {
        this.table = table;
        this.owner = owner;
        this.observer = observer;
    }

    /**
     * The values of one kind in a store.
     *
     * @param name the name of the kind: at most 24 lower-case letters, digits and dashes, starting with a letter
     * @param owner the node that accepts writes. It is the id of this store, not of the process or request that uses
     *     it: all processes that share a database share one owner. A store that loses its content at a restart, such as
     *     one in memory, needs a new owner each time
     */
    public static <T> VersionedStore<T> in(StateStore store, String name, String owner, Codec<T> values) {
        StateKind<Versioned<T>> kind = new StateKind<>(name + "-versioned", Versioned.codec(values), false);
        return new VersionedStore<>(store.table(kind), new Dot(owner, 1).node(), NO_OBSERVER);
    }

    /** These values with an observer of reads and writes, which replaces any other observer. */
    public VersionedStore<T> observedBy(VersionObserver observer) {
        return new VersionedStore<>(table, owner, Objects.requireNonNull(observer, "observer"));
    }

    /** The value of a key with all its siblings. It has none if the key was never written. */
    public Versioned<T> get(String key) {
        Versioned<T> now = of(table.read(Keys.check(key)));
        observer.read(key, now.context());
        return now;
    }

    /** Writes a value as {@link Versioned#put} does. */
    public PutOutcome<T> put(String key, VectorTimestamp read, T value) {
        return put(key, now -> now.put(owner, read, value));
    }

    /** Writes a value if its writer had read all siblings, as {@link Versioned#putIfCurrent} does. */
    public PutOutcome<T> putIfCurrent(String key, VectorTimestamp read, T value) {
        return put(key, now -> now.putIfCurrent(owner, read, value));
    }

    private PutOutcome<T> put(String key, Function<Versioned<T>, PutOutcome<T>> write) {
        PutOutcome<T> outcome = change(key, write, PutOutcome::now);
        if (outcome.isStored() && outcome.now().siblings().size() == Versioned.CROWDED) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "key ''{0}'' has {1} siblings; at {2} further writes are refused",
                    key,
                    outcome.now().siblings().size(),
                    Versioned.MAX_SIBLINGS);
        }
        return outcome;
    }

    /** Merges all siblings of a key into one value, and returns the result. A value without siblings stays as it is. */
    public Versioned<T> resolve(String key, Merge<T> merge) {
        return change(
                key,
                now -> now.isConflict()
                        ? now.put(owner, now.context(), merge.of(now.siblings()))
                                .now()
                        : now,
                Function.identity());
    }

    /**
     * Merges the value of another replica into that of a key, as {@link Versioned#merge} does, and returns the result.
     */
    public Versioned<T> mergeIn(String key, Versioned<T> other) {
        return change(key, now -> now.merge(other), Function.identity());
    }

    /** The value before a change, and the result of the change. */
    private record Changed<T, R>(Versioned<T> before, R result) {}

    /** Writes the value of a step's result if it differs from the stored one, and notifies the observer. */
    private <R> R change(String key, Function<Versioned<T>, R> step, Function<R, Versioned<T>> value) {
        Changed<T, R> changed = table.update(Keys.check(key), stored -> {
            Versioned<T> before = of(stored);
            R result = step.apply(before);
            Versioned<T> now = value.apply(result);
            Changed<T, R> both = new Changed<>(before, result);
            return now.equals(before) ? Change.keep(both) : Change.write(now, both);
        });
        VectorTimestamp before = changed.before.context();
        VectorTimestamp now = value.apply(changed.result).context();
        if (now.equals(before)) {
            observer.read(key, now);
        } else {
            observer.wrote(key, before, now);
        }
        return changed.result;
    }

    /** Calls {@code action} with each key that has more than one sibling. */
    public void forEachConflict(BiConsumer<? super String, ? super Versioned<T>> action) {
        table.forEach((key, versioned) -> {
            if (versioned.isConflict()) {
                action.accept(key, versioned);
            }
        });
    }

    private Versioned<T> of(StoredState<Versioned<T>> stored) {
        Versioned<T> state = stored.state();
        return state == null ? Versioned.none() : state;
    }
}
