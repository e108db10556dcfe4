// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime.sink;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * A sink that appends one JSON line for each event to a file, and begins another file when that is full.
 *
 * <p>Each batch is handed to the operating system as soon as it is there, and as whole lines: of a process that is
 * killed, what was written is readable, and at most the buffer is lost. A file that ends within a line, as a machine
 * that lost power or a system that was killing the process within a write may leave it, is continued on a new one. A
 * full disk drops events, and leaves no half line behind.
 *
 * <p>{@code events.jsonl} is the file that is written; full ones are {@code events.1.jsonl} (the last one),
 * {@code events.2.jsonl} and so on. A file has one writer: where another process, or another sink of this one, has
 * {@code events.jsonl} open, this sink writes to {@code events-2.jsonl}, or the next that is free. On a file system
 * without locks, two writers have to be given two files.
 */
public final class JsonLinesSink implements RecordSink {
    /** 64 MiB. */
    public static final long DEFAULT_MAX_BYTES = 64L << 20;

    /** The full files that are kept. */
    public static final int DEFAULT_KEPT_FILES = 9;

    private final LineFile file;

    private JsonLinesSink(LineFile file) {
        this.file = file;
    }

    /**
     * A sink to {@code path}, which is made with its directories if it is not there: files of 64 MiB, of which nine
     * full ones are kept.
     *
     * @throws IOException if it cannot be opened
     */
    public static JsonLinesSink create(Path path) throws IOException {
        return create(path, DEFAULT_MAX_BYTES, DEFAULT_KEPT_FILES);
    }

    /**
     * A sink to {@code path}.
     *
     * @param maxBytes how large a file may grow, unless a single batch is larger; at least 1
     * @param keptFiles the full files that are kept; at least 0
     * @throws IOException if it cannot be opened
     * @throws IllegalArgumentException if a number is too small
     */
    public static JsonLinesSink create(Path path, long maxBytes, int keptFiles) throws IOException {
        Objects.requireNonNull(path, "path");
        if (maxBytes < 1) {
            throw new IllegalArgumentException("maxBytes must be at least 1, but is " + maxBytes);
        }
        if (keptFiles < 0) {
            throw new IllegalArgumentException("keptFiles must be at least 0, but is " + keptFiles);
        }
        return new JsonLinesSink(LineFile.open(path, maxBytes, keptFiles));
    }

    /** The file that is written: the one that was asked for, or one beside it if another writer has that. */
    public Path path() {
        return file.path();
    }

    @Override
    public String name() {
        return "jsonl";
    }

    @Override
    public void write(List<RecordedEvent> events) throws IOException {
        file.append(EventLines.bytes(events));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
