// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.state;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A table over the rows of a database that has transactions and locks of rows. Thread-safe if its transactions are.
 *
 * @param <S> the states
 * @param <T> a transaction of the database
 * @param <E> the checked exception of the database
 */
public final class RowTable<S, T, E extends Exception> implements StateTable<S> {
    private final StateKind<S> kind;
    private final RowTransactions<T, E> transactions;

    /** The rows of the kind, as one transaction sees them. */
    private final Function<? super T, ? extends Rows<E>> rows;

    private RowTable(
            StateKind<S> kind, RowTransactions<T, E> transactions, Function<? super T, ? extends Rows<E>> rows) {
        this.kind = kind;
        this.transactions = transactions;
        this.rows = rows;
    }

    /**
     * The table of a kind of states.
     *
     * @param transactions where each operation gets its transaction from
     * @param rows the rows of the kind, as one transaction sees them
     */
    public static <S, T, E extends Exception> RowTable<S, T, E> of(
            StateKind<S> kind, RowTransactions<T, E> transactions, Function<? super T, ? extends Rows<E>> rows) {
        return new RowTable<>(
                Objects.requireNonNull(kind, "kind"),
                Objects.requireNonNull(transactions, "transactions"),
                Objects.requireNonNull(rows, "rows"));
    }

    @Override
    public boolean joinsTransaction() {
        return transactions.joins();
    }

    @Override
    public StoredState<S> read(String key) {
        Keys.check(key);
        return in("cannot read the " + kind.name() + " of key '" + key + "'", all -> stored(all, key, all.read(key)));
    }

    @Override
    public <R> R update(String key, Function<? super StoredState<S>, Change<S, R>> step) {
        Keys.check(key);
        return in("cannot write the " + kind.name() + " of key '" + key + "'", all -> {
            Change<S, R> change = step.apply(stored(all, key, all.lock(key)));
            apply(all, key, change);
            return change.result();
        });
    }

    private void apply(Rows<E> all, String key, Change<S, ?> change) throws E {
        S state = change.state();
        if (change.kind() == Change.Kind.WRITE && state != null) {
            all.write(key, kind.codec().encode(state));
        } else if (change.kind() == Change.Kind.REMOVE) {
            all.delete(key);
        } else {
            all.keep(key);
        }
    }

    private StoredState<S> stored(Rows<E> all, String key, byte @Nullable [] bytes) throws E {
        return bytes == null
                ? StoredState.empty(kind.evictable() ? all.lostUntil() : null)
                : StoredState.of(kind.decode(key, bytes));
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super S> action) {
        Map<String, byte[]> states = in("cannot read all " + kind.name(), Rows::all);
        states.forEach((key, bytes) -> action.accept(key, kind.decode(key, bytes)));
    }

    @Override
    public long expire(Instant before) {
        kind.checkEvictable();
        return in("cannot expire " + kind.name(), all -> all.expire(before));
    }

    private <R> R in(String failure, RowTransactions.Work<Rows<E>, R, E> work) {
        return transactions.in(failure, transaction -> work.in(rows.apply(transaction)));
    }
}
