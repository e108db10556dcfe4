// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard;

/** A failure of the database under a store. Nothing was changed by the call that threw it. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Whether the same may succeed when it is tried again. */
    private final boolean retryable;

    /**
     * A failure.
     *
     * @param message what was tried
     * @param retryable whether the same may succeed when it is tried again, in a new transaction if there is one
     * @param cause what the database said
     */
    public StoreException(String message, boolean retryable, Throwable cause) {
        super(message + ": " + cause.getMessage(), cause);
        this.retryable = retryable;
    }

    /**
     * Whether the same may succeed when it is tried again, in a new transaction if there is one: after a deadlock, say.
     */
    public boolean isRetryable() {
        return retryable;
    }
}
