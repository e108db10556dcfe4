// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.state;

/** A failure of the database below a store. The call that threw it has changed nothing. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Whether the call may succeed when it is repeated. */
    private final boolean retryable;

    /**
     * Creates a failure.
     *
     * @param message the operation that failed
     * @param retryable whether the operation may succeed when it is repeated, in a new transaction if there is one
     * @param cause the failure of the database
     */
    public StoreException(String message, boolean retryable, Throwable cause) {
        super(message + ": " + cause.getMessage(), cause);
        this.retryable = retryable;
    }

    /**
     * Whether the operation may succeed when it is repeated, in a new transaction if there is one; for example after a
     * deadlock.
     */
    public boolean isRetryable() {
        return retryable;
    }
}
