// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** The bytes that code allocates. */
public final class Allocated {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Allocated() {}

    /** The least of some times, because the first ones load classes and link call sites. */
    public static long by(Runnable code) {
        long least = Long.MAX_VALUE;
        for (int time = 0; time < 4; time++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            code.run();
            least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }
}
