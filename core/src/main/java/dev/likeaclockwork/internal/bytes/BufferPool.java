// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.internal.bytes;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Buffers of one kind that are lent to one thread at a time: each would be garbage at once, and as large as what is
 * made with it.
 *
 * <p>Thread-safe. What is not given back costs another one. Not a {@link ThreadLocal}: virtual threads would have one
 * each.
 */
public final class BufferPool<T> {
    /** As many threads as may borrow at a time without looking for the same one. */
    private static final int USUAL_SLOTS = 16;

    /** Slots are apart, so that threads do not share a line of the processor's cache. */
    private static final int STRIDE = 16;

    private final AtomicReferenceArray<@Nullable T> spares;
    private final Supplier<T> maker;

    public BufferPool(Supplier<T> maker) {
        this(USUAL_SLOTS, maker);
    }

    /** With a number of slots that is a power of two. */
    public BufferPool(int slots, Supplier<T> maker) {
        this.spares = new AtomicReferenceArray<>(slots * STRIDE);
        this.maker = maker;
    }

    /** One that nobody else has, with whatever its last user left in it. */
    public T take() {
        T spare = spares.getAndSet(slot(), null);
        return spare == null ? maker.get() : spare;
    }

    /** Takes back one that nobody uses any more. */
    public void give(T spare) {
        spares.setRelease(slot(), spare);
    }

    private int slot() {
        return (int) Thread.currentThread().getId() * STRIDE & (spares.length() - 1);
    }
}
