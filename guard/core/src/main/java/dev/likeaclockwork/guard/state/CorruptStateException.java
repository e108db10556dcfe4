// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.state;

import java.util.Objects;

/**
 * A stored state that cannot be read, because it is damaged, of another kind, or written by a later version. Nothing
 * was changed. The message names the kind and the key of the state, and describes how to recover.
 */
public final class CorruptStateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reason;
    private final String recovery;

    private CorruptStateException(String message, String reason, String recovery) {
        super(message);
        this.reason = reason;
        this.recovery = recovery;
    }

    /**
     * The failure to read a damaged state.
     *
     * @param reason what is wrong, as a clause
     */
    public static CorruptStateException damaged(String reason) {
        return of(
                reason,
                "Restore it from a backup, or delete it: then events of this key are judged, and values are"
                        + " written, as if there had never been any");
    }

    /**
     * The failure to read a state of a later version of its format.
     *
     * @param version the version of the state
     * @param supported the latest version that can be read
     */
    public static CorruptStateException later(int version, int supported) {
        return of(
                "its format is version " + version + ", and this program reads up to " + supported,
                "Run the version that wrote it, or a later one; it is not damaged, so do not delete it");
    }

    private static CorruptStateException of(String reason, String recovery) {
        return new CorruptStateException(reason + ". " + recovery, reason, recovery);
    }

    /**
     * This failure with the place of the state in a store.
     *
     * @param kind the kind of the state
     * @param key the key of the state
     */
    public CorruptStateException at(String kind, String key) {
        CorruptStateException placed = new CorruptStateException(
                "The state '" + Objects.requireNonNull(kind, "kind") + "' of key '" + key + "' cannot be read: "
                        + reason + ". It was left as it is. " + recovery,
                reason,
                recovery);
        placed.initCause(this);
        return placed;
    }
}
