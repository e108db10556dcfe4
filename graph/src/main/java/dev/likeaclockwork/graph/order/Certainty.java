// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.order;

import com.carrotsearch.hppc.IntIntHashMap;
import dev.likeaclockwork.graph.model.EventTable;
import dev.likeaclockwork.graph.model.IntRows;
import dev.likeaclockwork.graph.model.Lanes;
import java.util.BitSet;

/**
 * What is not certain about events.
 *
 * @param doubtful events that contradict others: on a cycle, or of a node whose counters stand for two events
 * @param incomplete events that have, or one of whose causes has, a cause that no log contains
 */
public record Certainty(BitSet doubtful, BitSet incomplete) {
    public static Certainty of(
            EventTable table, Lanes lanes, ChainClocks clocks, IntRows causes, IntIntHashMap cycles, BitSet seeds) {
        BitSet doubtful = new BitSet();
        for (int event = 0; event < table.size(); event++) {
            if (cycles.containsKey(event) || table.counter(event) >= lanes.doubtfulFrom(table.node(event))) {
                doubtful.set(event);
            }
        }
        BitSet incomplete = (BitSet) seeds.clone();
        incomplete.or(doubtful);
        for (int event = 0; event < table.size() && !incomplete.isEmpty(); event++) {
            int previous = clocks.previous(event);
            boolean inherited = previous >= 0 && incomplete.get(previous);
            for (int i = causes.start(event); i < causes.end(event); i++) {
                inherited |= incomplete.get(causes.value(i));
            }
            if (inherited) {
                incomplete.set(event);
            }
        }
        return new Certainty(doubtful, incomplete);
    }
}
