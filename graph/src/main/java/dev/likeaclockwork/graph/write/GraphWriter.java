// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.write;

import dev.likeaclockwork.graph.CausalGraph;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

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

    /** All that there are. */
    static List<GraphWriter> all() {
        return List.of(
                new ShivizWriter(), new DotWriter(), new MermaidWriter(), new JsonLinesWriter(), new OtlpWriter());
    }

    /**
     * The writer of a format.
     *
     * @throws IllegalArgumentException if there is none of this name, naming those that there are
     */
    static GraphWriter named(String name) {
        return all().stream()
                .filter(writer -> writer.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no format '" + name + "', only "
                        + String.join(
                                ", ", all().stream().map(GraphWriter::name).toList())));
    }
}
