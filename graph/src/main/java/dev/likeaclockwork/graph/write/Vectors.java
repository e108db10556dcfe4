// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.write;

import dev.likeaclockwork.graph.CausalGraph;
import dev.likeaclockwork.graph.CausalVectors;
import dev.likeaclockwork.graph.LoggedEvent;
import dev.likeaclockwork.graph.LoggedVector;

/** The vectors that are written. */
final class Vectors {
    private Vectors() {}

    /**
     * What the log says, if that is all; else what the graph knows, so that causes without a vector are not lost. Causes that
     * versions and locks tell are not lost either way where the access is written, too.
     *
     * @param closed whether the vector has to tell all causes by itself
     */
    static LoggedVector of(CausalGraph graph, int event, LoggedEvent logged, boolean closed) {
        boolean complete =
                !closed && logged.causes().isEmpty() && logged.vector().size() > 0;
        return complete ? logged.vector() : CausalVectors.of(graph, event);
    }
}
