// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.query;

import dev.likeaclockwork.graph.CausalGraph;
import dev.likeaclockwork.graph.event.LoggedVector;
import dev.likeaclockwork.graph.model.VectorRows;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The vectors of all events of a graph, in its order, that say all that it knows of their pasts, versions, locks and
 * named causes included: of each node how many events happened before an event or are it.
 *
 * <p>For whoever wants vectors of logs that have none, or writes a graph for a tool that reads nothing else. Each
 * vector is joined from those of its direct causes, which are kept as long as an effect is to come. Not thread-safe.
 */
public final class CausalVectors implements Iterator<LoggedVector> {
    private final CausalGraph graph;

    /** For each event its last direct effect, or itself. */
    private final int[] lastEffect;

    private final @Nullable Entries[] kept;
    private int next;

    private CausalVectors(CausalGraph graph) {
        this.graph = graph;
        this.kept = new Entries[graph.size()];
        this.lastEffect = new int[graph.size()];
        for (int event = 0; event < graph.size(); event++) {
            int effect = event;
            lastEffect[event] = event;
            graph.causes(event).forEach(cause -> lastEffect[cause] = effect);
        }
    }

    /** The vectors of a graph. Takes time as long as all of them are together. */
    public static CausalVectors of(CausalGraph graph) {
        return new CausalVectors(graph);
    }

    @Override
    public boolean hasNext() {
        return next < graph.size();
    }

    /** The vector of the next event: what its own says, or more. Entries are sorted by node. */
    @Override
    public LoggedVector next() {
        if (!hasNext()) {
            throw new NoSuchElementException("there are " + graph.size() + " events");
        }
        int event = next++;
        Entries entries = Entries.logged(graph, event);
        for (int cause : graph.causes(event).toArray()) {
            Entries of = kept[cause];
            entries = of == null ? entries : entries.joined(of);
            kept[cause] = lastEffect[cause] == event ? null : of;
        }
        kept[event] = lastEffect[event] == event ? null : entries;
        return entries.toVector(graph);
    }

    /**
     * Counters by node.
     *
     * @param nodes sorted
     * @param counters of each of them
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Entries(int[] nodes, long[] counters) {
        /** What the log says, and the event itself. */
        static Entries logged(CausalGraph graph, int event) {
            VectorRows rows = graph.table().vectors;
            int row = graph.table().vector(event);
            int size = rows.end(row) - rows.start(row);
            Entries entries = new Entries(new int[size], new long[size]);
            for (int i = 0; i < size; i++) {
                entries.nodes[i] = rows.node(rows.start(row) + i);
                entries.counters[i] = rows.counter(rows.start(row) + i);
            }
            return entries.joined(new Entries(
                    new int[] {graph.node(event)}, new long[] {graph.table().counter(event)}));
        }

        Entries joined(Entries other) {
            int[] joinedNodes = new int[nodes.length + other.nodes.length];
            long[] joinedCounters = new long[joinedNodes.length];
            int size = 0;
            int i = 0;
            int j = 0;
            while (i < nodes.length || j < other.nodes.length) {
                int own = i < nodes.length ? nodes[i] : Integer.MAX_VALUE;
                int others = j < other.nodes.length ? other.nodes[j] : Integer.MAX_VALUE;
                joinedNodes[size] = Math.min(own, others);
                long counter = own <= others ? counters[i++] : 0;
                joinedCounters[size++] = others <= own ? Math.max(counter, other.counters[j++]) : counter;
            }
            return new Entries(Arrays.copyOf(joinedNodes, size), Arrays.copyOf(joinedCounters, size));
        }

        LoggedVector toVector(CausalGraph graph) {
            LoggedVector.Builder builder = LoggedVector.builder();
            for (int i = 0; i < nodes.length; i++) {
                builder.add(graph.nodeName(nodes[i]), counters[i]);
            }
            return builder.build();
        }
    }
}
