// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.formats.output;

import dev.likeaclockwork.graph.CausalGraph;
import dev.likeaclockwork.graph.event.LoggedEvent;
import dev.likeaclockwork.graph.event.LoggedVector;
import dev.likeaclockwork.graph.query.CausalVectors;
import org.jspecify.annotations.Nullable;

/** The vectors that are written, in the order of the graph. */
public final class Vectors {
    private final @Nullable CausalVectors closed;
    private final boolean all;

    private Vectors(@Nullable CausalVectors closed, boolean all) {
        this.closed = closed;
        this.all = all;
    }

    /** Vectors that tell all causes, whatever else is written. */
    public static Vectors closed(CausalGraph graph) {
        return new Vectors(CausalVectors.of(graph), true);
    }

    /**
     * The logged vectors, and closed ones of those events whose causes they do not tell; of accesses these stand
     * beside.
     */
    public static Vectors logged(CausalGraph graph) {
        for (int event = 0; event < graph.size(); event++) {
            if (!isComplete(graph.event(event))) {
                return new Vectors(CausalVectors.of(graph), false);
            }
        }
        return new Vectors(null, false);
    }

    private static boolean isComplete(LoggedEvent event) {
        return event.causes().isEmpty() && event.vector().size() > 0;
    }

    /** The vector of the next event. */
    public LoggedVector next(LoggedEvent event) {
        LoggedVector vector = closed == null ? event.vector() : closed.next();
        return all || !isComplete(event) ? vector : event.vector();
    }
}
