// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.recorder;

import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.guard.VersionObserver;
import dev.likeaclockwork.runtime.CurrentActivity;
import java.util.Objects;

/**
 * Records, on the current activity, what is read and written of versioned values, with their versions. Where no
 * activity is current, nothing is. Thread-safe.
 *
 * <pre>{@code
 * VersionedStore<String> stock = VersionedStore.in(store, "stock", "shop-db", Codec.utf8())
 *         .observedBy(AccessRecorder.create("stock"));
 * }</pre>
 *
 * <p>The resource is the name, a colon and the key. A version is a context, as text. Of two writers that read the same
 * context, the later one wrote over what the earlier one stored, and kept it: so {@code clockwork races} finds a
 * conflicting read and write, and no lost update.
 *
 * <p>A write counts when it is made. Where a transaction of the caller rolls back, the log has a write that never was.
 */
public final class AccessRecorder implements VersionObserver {
    /** The version of a value that was never written. */
    private static final String NEVER_WRITTEN = "none";

    private final String name;

    private AccessRecorder(String name) {
        this.name = name;
    }

    /** A recorder of the values that have a name together, such as that of their kind. */
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
