// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime.sink;

import java.io.IOException;
import java.util.List;

/**
 * The destination of recorded events, such as a file, a logger, memory or a collector.
 *
 * <p>One thread, which serves this sink alone, calls all methods. A sink may therefore be slow, block or throw: events
 * wait in a bounded buffer; events that do not fit, and batches whose write throws, count as dropped.
 */
public interface RecordSink extends AutoCloseable {
    /** A short name for metrics and messages, such as {@code jsonl}. */
    String name();

    /**
     * Writes a batch of events. Events of one thread are in the order in which it recorded them.
     *
     * @param events an immutable list of at least one event
     * @throws Exception if the batch cannot be written; all its events then count as dropped
     */
    void write(List<RecordedEvent> events) throws Exception;

    /** Releases the resources of the sink; called once, after the last write. */
    @Override
    default void close() throws IOException {}
}
