// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph;

import com.carrotsearch.hppc.IntIntHashMap;
import com.carrotsearch.hppc.cursors.IntIntCursor;
import dev.likeaclockwork.graph.event.EventSink;
import dev.likeaclockwork.graph.event.LoggedEvent;
import dev.likeaclockwork.graph.event.Problem;
import dev.likeaclockwork.graph.model.Edges;
import dev.likeaclockwork.graph.model.EventTable;
import dev.likeaclockwork.graph.model.IntRows;
import dev.likeaclockwork.graph.model.LaneBuilder;
import dev.likeaclockwork.graph.model.Lanes;
import dev.likeaclockwork.graph.model.ProblemList;
import dev.likeaclockwork.graph.order.CauseRows;
import dev.likeaclockwork.graph.order.Certainty;
import dev.likeaclockwork.graph.order.ChainClocks;
import dev.likeaclockwork.graph.order.Cycles;
import dev.likeaclockwork.graph.order.Holes;
import dev.likeaclockwork.graph.order.LinearExtension;
import dev.likeaclockwork.graph.order.LockOrder;
import dev.likeaclockwork.graph.order.NamedCauses;
import dev.likeaclockwork.graph.order.Soundness;
import dev.likeaclockwork.graph.order.TopologicalOrder;
import dev.likeaclockwork.graph.order.VersionOrder;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Collects the events of one execution, from as many logs as there are, and makes a graph of them.
 *
 * <p>Takes time of O(n log n) and memory of some 200 bytes for each event of few entries. Not thread-safe; used once.
 */
public final class GraphBuilder implements EventSink {
    private final EventTable table = new EventTable();
    private final ProblemList problems = new ProblemList();

    GraphBuilder() {}

    @Override
    public void event(LoggedEvent event) {
        table.add(event);
    }

    @Override
    public void problem(Problem problem) {
        problems.add(problem);
    }

    /** The graph of all events so far. */
    public CausalGraph build() {
        table.sortNodes();
        Lanes lanes = LaneBuilder.lanes(table, problems);
        Holes holes = new Holes(table, lanes, problems);
        BitSet incomplete = new BitSet();
        IntRows candidates = CauseRows.of(table, lanes, furtherCauses(lanes, holes, incomplete), incomplete);
        TopologicalOrder causesFirst = new TopologicalOrder(candidates, table::compareOnLanes);
        int[] order = LinearExtension.of(table, lanes, candidates, causesFirst);
        int[] renumbered = inverse(order);
        table.permute(order);
        lanes.renumber(renumbered);
        return graph(
                lanes,
                candidates.renumber(order, renumbered),
                renumber(causesFirst.cycles(), renumbered),
                renumber(incomplete, renumbered),
                holes.missing());
    }

    /** A missing event may have had further causes itself, if any event has. */
    private Edges furtherCauses(Lanes lanes, Holes holes, BitSet incomplete) {
        Edges edges = new Edges();
        NamedCauses.addTo(edges, incomplete, table, lanes, problems);
        VersionOrder.addTo(edges, incomplete, table, lanes, holes.missing() > 0, problems);
        LockOrder.addTo(edges, table, lanes);
        if (!edges.isEmpty() || !incomplete.isEmpty()) {
            incomplete.or(holes.behind());
        }
        return edges;
    }

    private CausalGraph graph(Lanes lanes, IntRows candidates, IntIntHashMap cycles, BitSet incomplete, long missing) {
        Cycles.report(table, cycles, problems);
        ChainClocks clocks = new ChainClocks(table, lanes, candidates, cycles);
        IntRows causes = clocks.causes();
        Soundness.report(table, clocks, causes, problems);
        Certainty certainty = Certainty.of(table, lanes, clocks, causes, cycles, incomplete);
        return new CausalGraph(table, lanes, clocks, causes, certainty, problems, missing);
    }

    /** For each event its place in {@code order}, or -1. */
    private int[] inverse(int[] order) {
        int[] inverse = new int[table.size()];
        Arrays.fill(inverse, -1);
        for (int place = 0; place < order.length; place++) {
            inverse[order[place]] = place;
        }
        return inverse;
    }

    private static IntIntHashMap renumber(IntIntHashMap cycles, int[] renumbered) {
        IntIntHashMap result = new IntIntHashMap();
        for (IntIntCursor cycle : cycles) {
            result.put(renumbered[cycle.key], cycle.value);
        }
        return result;
    }

    private static BitSet renumber(BitSet events, int[] renumbered) {
        BitSet result = new BitSet();
        events.stream()
                .map(event -> renumbered[event])
                .filter(event -> event >= 0)
                .forEach(result::set);
        return result;
    }
}
