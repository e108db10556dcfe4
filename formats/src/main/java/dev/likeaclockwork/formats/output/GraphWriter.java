// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.formats.output;

import dev.likeaclockwork.graph.CausalGraph;
import java.io.IOException;
import java.io.Writer;

/** Writes a graph in one format, event by event. Implementations are stateless. */
public interface GraphWriter {
    /** The name of the format, such as {@code dot}. */
    String name();

    /**
     * Writes all events.
     *
     * @param out is not closed
     * @throws IOException if {@code out} does
     */
    void write(CausalGraph graph, Writer out) throws IOException;
}
