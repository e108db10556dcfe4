// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard;

import dev.likeaclockwork.VectorTimestamp;
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

    private final StateTable<Versioned<T>> table;
    private final String owner;

    private VersionedStore(StateTable<Versioned<T>> table, String owner) {
        this.table = table;
        this.owner = owner;
    }

    /**
     * The values of one kind in a store.
     *
     * @param name the kind: at most 24 lower-case letters, digits and dashes, starting with a letter
     * @param owner the node that accepts writes: names this store, not the process or request that uses it. All processes that share one
     *     database share one owner; a store that loses its content, such as one in memory, needs a new owner in each life
     */
    public static <T> VersionedStore<T> in(StateStore store, String name, String owner, Codec<T> values) {
        StateKind<Versioned<T>> kind = new StateKind<>(name + "-versioned", Versioned.codec(values), false);
        return new VersionedStore<>(store.table(kind), new Dot(owner, 1).node());
    }

    /** The value of a key with all its siblings; without any if it was never written. */
    public Versioned<T> get(String key) {
        return of(table.read(Keys.check(key)));
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
        PutOutcome<T> outcome = table.update(Keys.check(key), slot -> {
            PutOutcome<T> written = write.apply(of(slot));
            return written.isStored() ? Change.write(written.now(), written) : Change.keep(written);
        });
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

    /** Replaces all siblings of a key by what a merge makes of them; a value without siblings stays as it is. Returns the result. */
    public Versioned<T> resolve(String key, Merge<T> merge) {
        return table.update(Keys.check(key), slot -> {
            Versioned<T> now = of(slot);
            if (!now.isConflict()) {
                return Change.keep(now);
            }
            Versioned<T> merged =
                    now.put(owner, now.context(), merge.of(now.siblings())).now();
            return Change.write(merged, merged);
        });
    }

    /** Takes over what another replica accepted for a key, as {@link Versioned#merge} says, and returns the result. */
    public Versioned<T> mergeIn(String key, Versioned<T> other) {
        return table.update(Keys.check(key), slot -> {
            Versioned<T> merged = of(slot).merge(other);
            return Change.write(merged, merged);
        });
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
