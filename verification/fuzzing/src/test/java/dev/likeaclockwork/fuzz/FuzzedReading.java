// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.fuzz;

import com.sun.management.ThreadMXBean;
import dev.likeaclockwork.formats.LogReader;
import dev.likeaclockwork.formats.options.ReadOptions;
import dev.likeaclockwork.formats.options.Source;
import dev.likeaclockwork.graph.event.EventSink;
import dev.likeaclockwork.graph.event.LoggedEvent;
import dev.likeaclockwork.graph.event.Position;
import dev.likeaclockwork.graph.event.Problem;
import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.util.List;

/**
 * What reading may do with any bytes: find events and problems at their places, throw nothing, and allocate in
 * proportion.
 */
final class FuzzedReading implements EventSink {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Whoever comes along a path first loads its classes, which is not the input's to pay. */
    private static final int ATTEMPTS = 4;

    /** Buffers of an input and of its parsers, what the JDK's expressions take for trying, and the instrumentation. */
    private static final long AT_ONCE = 64 << 20;

    private static final long FOR_EACH_BYTE = 4 << 10;

    private final int lines;

    private FuzzedReading(byte[] data) {
        int newlines = 0;
        for (byte b : data) {
            newlines += b == '\n' ? 1 : 0;
        }
        this.lines = newlines + 1;
    }

    /** Reads the bytes in any way that the options allow. */
    static void check(ReadOptions options, byte[] data) {
        long most = AT_ONCE + FOR_EACH_BYTE * data.length;
        long allocated = Long.MAX_VALUE;
        for (int attempt = 0; attempt < ATTEMPTS && allocated > most; attempt++) {
            allocated = allocated(options, data);
        }
        if (allocated > most) {
            throw new AssertionError("allocated " + allocated + " bytes for " + data.length);
        }
    }

    private static long allocated(ReadOptions options, byte[] data) {
        FuzzedReading sink = new FuzzedReading(data);
        long before = THREADS.getCurrentThreadAllocatedBytes();
        new LogReader(options).read(List.of(Source.stream("log", new ByteArrayInputStream(data))), execution -> sink);
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }

    @Override
    public void event(LoggedEvent event) {
        check(event.position(), 1);
        if (event.vector().size() > 0 && event.vector().get(event.node()) != event.counter()) {
            throw new AssertionError("the counter of " + event);
        }
    }

    @Override
    public void problem(Problem problem) {
        check(problem.position(), 0);
        if (problem.detail().isBlank()) {
            throw new AssertionError("a problem without words at " + problem.position());
        }
    }

    private void check(Position position, int least) {
        if (position.line() < least || position.line() > lines) {
            throw new AssertionError(position + " of " + lines + " lines");
        }
    }
}
