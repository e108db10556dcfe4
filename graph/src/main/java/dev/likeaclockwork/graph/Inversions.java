// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph;

import java.util.Arrays;

/**
 * Counts the ordered pairs whose cause stands later in the log than its effect.
 *
 * <p>Chain by chain: a Fenwick tree (1994) over places in the log holds the events of the chain so far, and each event that
 * knows the chain up to there asks how many of them stand after it. Takes O(log n) for each entry of each event's vector.
 */
final class Inversions {
    private final CausalGraph graph;

    /** Sums over places in the log, as a Fenwick tree from 1. */
    private final int[] tree;

    /** For each event its place in the log among all, from 1. */
    private final int[] rank;

    private Inversions(CausalGraph graph) {
        this.graph = graph;
        this.tree = new int[graph.size() + 1];
        this.rank = ranks(graph);
    }

    static long count(CausalGraph graph) {
        Inversions inversions = new Inversions(graph);
        IntRows knowers = knowers(graph);
        long count = 0;
        for (int chain = 0; chain < graph.clocks().size(); chain++) {
            count += inversions.count(chain, knowers);
        }
        return count;
    }

    /** Events left out leave gaps in the ranks. */
    private static int[] ranks(CausalGraph graph) {
        int highest = 0;
        for (int event = 0; event < graph.size(); event++) {
            highest = Math.max(highest, graph.table().rank(event) + 1);
        }
        int[] dense = new int[highest + 1];
        for (int event = 0; event < graph.size(); event++) {
            dense[graph.table().rank(event) + 1] = 1;
        }
        Arrays.parallelPrefix(dense, Integer::sum);
        int[] ranks = new int[graph.size()];
        for (int event = 0; event < graph.size(); event++) {
            ranks[event] = dense[graph.table().rank(event) + 1];
        }
        return ranks;
    }

    /** For each event, the last event of a chain that others know, those others. */
    private static IntRows knowers(CausalGraph graph) {
        Edges edges = new Edges();
        for (int event = 0; event < graph.size(); event++) {
            int knower = event;
            graph.clocks().forEachKnown(event, (chain, place) -> edges.add(knower, graph.event(chain, place)));
        }
        return edges.byEffect(graph.size());
    }

    private long count(int chain, IntRows knowers) {
        long count = 0;
        int length = graph.clocks().length(chain);
        for (int place = 0; place < length; place++) {
            int event = graph.event(chain, place);
            add(rank[event], 1);
            for (int i = knowers.start(event); i < knowers.end(event); i++) {
                count += place + 1 - upTo(rank[knowers.value(i)]);
            }
        }
        for (int place = 0; place < length; place++) {
            add(rank[graph.event(chain, place)], -1);
        }
        return count;
    }

    private void add(int rank, int amount) {
        for (int node = rank; node < tree.length; node += node & -node) {
            tree[node] += amount;
        }
    }

    private int upTo(int rank) {
        int sum = 0;
        for (int node = rank; node > 0; node -= node & -node) {
            sum += tree[node];
        }
        return sum;
    }
}
