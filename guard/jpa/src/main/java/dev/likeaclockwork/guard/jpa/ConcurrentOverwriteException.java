// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.jpa;

import dev.likeaclockwork.VectorTimestamp;
import jakarta.persistence.OptimisticLockException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when a write is refused because its writer had not read the stored version. Nothing was written; the caller
 * has to roll the transaction back.
 *
 * <p>The exception has both siblings, so that the caller can merge them and write the result with a timestamp that
 * happens after both. Frameworks handle it like every {@link OptimisticLockException}. The entities are not serialised.
 */
public final class ConcurrentOverwriteException extends OptimisticLockException {
    private static final long serialVersionUID = 1L;

    private final transient Object stored;
    private final transient @Nullable VectorTimestamp storedTimestamp;
    private final transient Object attempted;
    private final transient @Nullable VectorTimestamp attemptedTimestamp;

    ConcurrentOverwriteException(
            String message,
            Object stored,
            @Nullable VectorTimestamp storedTimestamp,
            Object attempted,
            @Nullable VectorTimestamp attemptedTimestamp) {
        super(message, null, attempted);
        this.stored = stored;
        this.storedTimestamp = storedTimestamp;
        this.attempted = attempted;
        this.attemptedTimestamp = attemptedTimestamp;
    }

    /** The entity as it is stored: a detached copy, whose lazy associations are not loaded. */
    public Object stored() {
        return stored;
    }

    /** The entity of the refused write. */
    public Object attempted() {
        return attempted;
    }

    /** The stored timestamp, if there is one. */
    public Optional<VectorTimestamp> storedTimestamp() {
        return Optional.ofNullable(storedTimestamp);
    }

    /** The timestamp of the refused write, if it has one. */
    public Optional<VectorTimestamp> attemptedTimestamp() {
        return Optional.ofNullable(attemptedTimestamp);
    }
}
