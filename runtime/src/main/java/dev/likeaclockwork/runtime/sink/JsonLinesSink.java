// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime.sink;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * A sink that appends each event to a file as one JSON line, and rotates full files.
 *
 * <p>Each batch is written to the operating system at once, as whole lines: a killed process loses at most its buffer.
 * A file that ends within a line, which a power failure or a kill during a write may leave, is continued on a new line.
 * A full disk drops events and leaves no partial line.
 *
 * <p>The sink writes to {@code events.jsonl}; full files become {@code events.1.jsonl} (the latest),
 * {@code events.2.jsonl} and so on. A file has one writer: if another process, or another sink of this process, has
 * {@code events.jsonl} open, this sink writes to {@code events-2.jsonl}, or to the next free name. On a file system
 * without locks, give two writers two paths.
 */
public final class JsonLinesSink implements RecordSink {
    /** The default size at which a file is rotated: 64 MiB. */
    public static final long DEFAULT_MAX_BYTES = 64L << 20;

    /** The default number of full files that are kept. */
    public static final int DEFAULT_KEPT_FILES = 9;

    private final LineFile file;

    private JsonLinesSink(LineFile file) {
        this.file = file;
    }

    /**
     * Creates a sink for {@code path} with files of 64 MiB, of which nine full ones are kept. Missing directories are
     * created.
     *
     * @throws IOException if the file cannot be opened
     */
    public static JsonLinesSink create(Path path) throws IOException {
        return create(path, DEFAULT_MAX_BYTES, DEFAULT_KEPT_FILES);
    }

    /**
     * Creates a sink for {@code path}. Missing directories are created.
     *
     * @param maxBytes the size at which a file is rotated, in bytes, unless a single batch is larger; at least 1
     * @param keptFiles the number of full files that are kept; at least 0
     * @throws IOException if the file cannot be opened
     * @throws IllegalArgumentException if a number is below its minimum
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

    /** The file that this sink writes: the given path, or one beside it if another writer has that open. */
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
