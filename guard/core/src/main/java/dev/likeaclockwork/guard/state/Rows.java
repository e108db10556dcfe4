// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.state;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one kind of states in one transaction of a database. Each row has a key, a state as bytes, and the time
 * of its last write. Used by one thread.
 *
 * @param <E> the checked exception of the database
 */
public interface Rows<E extends Exception> {
    /** The state of a key; null if there is none. */
    byte @Nullable [] read(String key) throws E;

    /**
     * The state of a key, which is locked until the transaction ends, even if there is none; null if there is none. A
     * call of {@link #write}, {@link #delete} or {@link #keep} for the key follows, unless the transaction fails.
     */
    byte @Nullable [] lock(String key) throws E;

    /** Replaces the state of a locked key. */
    void write(String key, byte[] state) throws E;

    /** Removes the state of a locked key. */
    void delete(String key) throws E;

    /** Leaves the state of a locked key as it is. */
    void keep(String key) throws E;

    /** The states of all keys. */
    Map<String, byte[]> all() throws E;

    /** The latest time of a successful {@link #expire}; null if none removed a row. */
    @Nullable
    Instant lostUntil() throws E;

    /** Removes all states that were last written before a time, and returns their number. */
    long expire(Instant before) throws E;
}
