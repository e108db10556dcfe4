// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard;

import dev.likeaclockwork.VectorTimestamp;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Versioned values of one kind, by key, in a store: each write says what it had read, and none is lost unseen.
 *
 * <pre>{@code
 * var stock = VersionedStore.in(store, "stock", "shop-db", Codec.utf8());
 * Versioned<String> read = stock.get("product:42");
 * switch (stock.put("product:42", read.context(), "sold")) { ... }
 * }</pre>
 *
 * <p>As durable as the store; with one that joins the caller's transaction, a write commits with it. Thread-safe.
 */
public final class VersionedStore<T> {
    private static final System.Logger LOG = System.getLogger(VersionedStore.class.getName());

    private static final VersionObserver NOBODY = new VersionObserver() {
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
     * @param name the kind: at most 24 lower-case letters, digits and dashes, starting with a letter
     * @param owner the node that accepts writes: names this store, not the process or request that uses it. All
     *     processes that share one database share one owner; a store that loses its content, such as one in memory,
     *     needs a new owner in each life
     */
    public static <T> VersionedStore<T> in(StateStore store, String name, String owner, Codec<T> values) {
        StateKind<Versioned<T>> kind = new StateKind<>(name + "-versioned", Versioned.codec(values), false);
        return new VersionedStore<>(store.table(kind), new Dot(owner, 1).node(), NOBODY);
    }

    /** These values, of which an observer hears; it takes the place of another one. */
    public VersionedStore<T> observedBy(VersionObserver observer) {
        return new VersionedStore<>(table, owner, Objects.requireNonNull(observer, "observer"));
    }

    /** The value of a key with all its siblings; without any if it was never written. */
    public Versioned<T> get(String key) {
        Versioned<T> now = of(table.read(Keys.check(key)));
        observer.read(key, now.context());
        return now;
    }

    /** Writes a value, as {@link Versioned#put} says. */
    public PutOutcome<T> put(String key, VectorTimestamp read, T value) {
        return put(key, now -> now.put(owner, read, value));
    }

    /** Writes a value if its writer knew all siblings, as {@link Versioned#putIfCurrent} says. */
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

    /**
     * Replaces all siblings of a key by what a merge makes of them; a value without siblings stays as it is. Returns
     * the result.
     */
    public Versioned<T> resolve(String key, Merge<T> merge) {
        return change(
                key,
                now -> now.isConflict()
                        ? now.put(owner, now.context(), merge.of(now.siblings()))
                                .now()
                        : now,
                Function.identity());
    }

    /** Takes over what another replica accepted for a key, as {@link Versioned#merge} says, and returns the result. */
    public Versioned<T> mergeIn(String key, Versioned<T> other) {
        return change(key, now -> now.merge(other), Function.identity());
    }

    /** What a value was before a change, and what came of it. */
    private record Changed<T, R>(Versioned<T> before, R result) {}

    /** Changes a value, if the result has another one, and tells the observer. */
    private <R> R change(String key, Function<Versioned<T>, R> step, Function<R, Versioned<T>> value) {
        Changed<T, R> changed = table.update(Keys.check(key), slot -> {
            Versioned<T> before = of(slot);
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

    private Versioned<T> of(Slot<Versioned<T>> slot) {
        Versioned<T> state = slot.state();
        return state == null ? Versioned.none() : state;
    }
}
