// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.read;

import java.util.List;

/** One kind of log: how it is recognised, and how it is read. A reader is one implementation, named in {@link #all}. */
interface LogFormat {
    /** The name by which a user can force this format. */
    String name();

    /**
     * Whether an input begins in this format. {@code head} is its first text, of a length of at most some thousands.
     */
    boolean recognises(String head);

    /** Reads an input to its end, in the order of the log. Never throws for what it reads. */
    void read(Input input, Findings findings);

    /** All formats; the first that recognises an input reads it, and the last one recognises everything. */
    static List<LogFormat> all(ReadOptions options) {
        return List.of(
                new OtlpFormat(options),
                new ZipkinFormat(options),
                new JaegerFormat(options),
                new JsonLinesFormat(options),
                new MessageLinesFormat(options),
                new VectorLogFormat(options));
    }
}
