// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.versioned;

import dev.likeaclockwork.VectorTimestamp;

/**
 * An observer of the reads and writes of versioned values, such as a recorder of accesses. Versions are
 * {@linkplain Versioned#context contexts}; that of a value that was never written is empty.
 *
 * <p>It is called by the thread that uses the {@link VersionedStore}, after the store has been read or changed, and in
 * a transaction of the caller before that commits. Its exceptions are propagated. Thread-safe.
 */
public interface VersionObserver {
    /** Called when a value was read, or when a write changed nothing because it was refused or unnecessary. */
    void read(String key, VectorTimestamp version);

    /**
     * Called when a value was written.
     *
     * @param base the version that was stored before. If its writer had not read that version, both are siblings
     * @param version the version that is stored now
     */
    void wrote(String key, VectorTimestamp base, VectorTimestamp version);
}
