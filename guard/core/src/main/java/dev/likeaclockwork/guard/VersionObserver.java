// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard;

import dev.likeaclockwork.VectorTimestamp;

/**
 * Hears of what is read and written of versioned values, such as a recorder of accesses. Versions are
 * {@linkplain Versioned#context contexts}; that of a value that was never written is empty.
 *
 * <p>Called after the store, by the thread that called it; in a transaction of the caller before that commits. What it
 * throws is passed on. Thread-safe.
 */
public interface VersionObserver {
    /**
     * A value was read, or shown to a writer that changed nothing, because it was refused or there was nothing to do.
     */
    void read(String key, VectorTimestamp version);

    /**
     * A value was written.
     *
     * @param base what was stored before, which its writer need not have known: then both are siblings
     * @param version what is stored now
     */
    void wrote(String key, VectorTimestamp base, VectorTimestamp version);
}
