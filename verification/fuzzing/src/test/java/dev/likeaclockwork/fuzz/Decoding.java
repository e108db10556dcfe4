// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.fuzz;

import com.sun.management.ThreadMXBean;
import dev.likeaclockwork.wire.MalformedCausalityException;
import java.lang.management.ManagementFactory;
import java.util.function.Supplier;

/** What decoding may do with any input: give a value, or the one exception; and allocate no more than its bounds. */
final class Decoding {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Whoever comes along a path first loads its classes, which is not the input's to pay. */
    private static final int ATTEMPTS = 4;

    /**
     * What the fuzzer's own instrumentation allocates at most. The exact bounds are those of core's AllocationTest;
     * these find what explodes.
     */
    private static final long INSTRUMENTATION = 16 << 10;

    /** Bytes that a refusal may allocate. */
    private final long refusal;

    /** Bytes that an accepted input may allocate. */
    private final long acceptance;

    Decoding(long refusal, long acceptance) {
        this.refusal = refusal + INSTRUMENTATION;
        this.acceptance = acceptance + INSTRUMENTATION;
    }

    /** Decodes within the bounds; null for what is refused. */
    <T> T of(Supplier<T> decoder) {
        T value = null;
        long allocated = Long.MAX_VALUE;
        for (int attempt = 0; attempt < ATTEMPTS && allocated > (value == null ? refusal : acceptance); attempt++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            value = decodeOrNull(decoder);
            allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
        }
        if (allocated > (value == null ? refusal : acceptance)) {
            throw new AssertionError("allocated " + allocated + " bytes for " + value);
        }
        return value;
    }

    private static <T> T decodeOrNull(Supplier<T> decoder) {
        try {
            return decoder.get();
        } catch (MalformedCausalityException e) {
            return null;
        }
    }
}
