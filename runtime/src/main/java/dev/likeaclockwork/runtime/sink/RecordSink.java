// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime.sink;

import java.io.IOException;
import java.util.List;

/**
 * A place for recorded events: a file, a logger, memory, a collector.
 *
 * <p>All methods are called by one thread that serves this sink alone, never by the thread that records, and never two
 * at a time. So a sink may be slow, block or throw: events wait in a bounded buffer, and what does not fit, or is in a
 * batch that throws, is counted as dropped.
 */
public interface RecordSink extends AutoCloseable {
    /** A short name for metrics and messages, such as {@code jsonl}. */
    String name();

    /**
     * Takes events over, in the order in which they were recorded by each thread.
     *
     * @param events at least one; not changed later
     * @throws Exception if they cannot be kept; all of them count as dropped then
     */
    void write(List<RecordedEvent> events) throws Exception;

    /** Frees what the sink holds; called once, after the last write. */
    @Override
    default void close() throws IOException {}
}
