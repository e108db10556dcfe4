// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.recorder;

import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.guard.versioned.VersionObserver;
import dev.likeaclockwork.runtime.CurrentActivity;
import java.util.Objects;

/**
 * An observer that records reads and writes of versioned values, with their versions, in the current activity. Without
 * a current activity it records nothing. Thread-safe.
 *
 * <pre>{@code
 * VersionedStore<String> stock = VersionedStore.in(store, "stock", "shop-db", Codec.utf8())
 *         .observedBy(AccessRecorder.create("stock"));
 * }</pre>
 *
 * <p>A resource is the name, a colon and the key. A version is the text of the value's causal context. If two writers
 * have read the same context, the store keeps both values as siblings. {@code clockwork races} therefore reports a
 * conflicting read and write, and no lost update.
 *
 * <p>A write is recorded when it is made. If the caller's transaction rolls back afterwards, the log holds a write that
 * never took effect.
 */
public final class AccessRecorder implements VersionObserver {
    /** The version of a value that was never written. */
    private static final String NEVER_WRITTEN = "none";

    private final String name;

    private AccessRecorder(String name) {
        this.name = name;
    }

    /**
     * Creates a recorder.
     *
     * @param name the first part of each resource, such as the kind of the values
     */
    public static AccessRecorder create(String name) {
        return new AccessRecorder(Objects.requireNonNull(name, "name"));
    }

    @Override
    public void read(String key, VectorTimestamp version) {
        CurrentActivity.get()
                .ifPresent(activity -> activity.event("value.read")
                        .read(name + ":" + key, text(version))
                        .record());
    }

    @Override
    public void wrote(String key, VectorTimestamp base, VectorTimestamp version) {
        CurrentActivity.get()
                .ifPresent(activity -> activity.event("value.written")
                        .wrote(name + ":" + key, text(base), text(version))
                        .record());
    }

    private static String text(VectorTimestamp context) {
        return context.size() == 0 ? NEVER_WRITTEN : context.toString();
    }
}
