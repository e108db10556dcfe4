// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.findings;

import com.carrotsearch.hppc.IntArrayList;
import com.carrotsearch.hppc.IntObjectHashMap;
import com.carrotsearch.hppc.cursors.IntObjectCursor;
import dev.likeaclockwork.graph.CausalGraph;
import dev.likeaclockwork.graph.event.Access;
import java.util.Arrays;

/**
 * The pairs of accesses of one resource that nothing in the logs orders, at least one of each a write.
 *
 * <p>Accesses are taken in the order of the graph, and kept by chain: what a later access does not know of a chain is
 * the end of that chain's list. Takes a look-up for each access and chain of the resource, and then one step for each
 * pair.
 */
final class AccessPairs {
    /** Of one resource not more pairs than this are looked at. */
    static final int LIMIT = 1_000_000;

    /** So few accesses are compared with each other. */
    private static final int FEW = 12;

    private final CausalGraph graph;
    private final TimeOverlap overlap;
    private final PairAction action;
    private int pairs;

    AccessPairs(CausalGraph graph, TimeOverlap overlap, PairAction action) {
        this.graph = graph;
        this.overlap = overlap;
        this.action = action;
    }

    /** Takes two accesses, the earlier one in the order of the graph first. */
    interface PairAction {
        void accept(int first, int second);
    }

    /**
     * Finds pairs.
     *
     * @param accesses reads and writes of a resource in the order of the graph
     * @param filter says which unordered pairs matter
     */
    void forEach(int[] accesses, Races.Filter filter) {
        long[] always = new long[accesses.length > FEW ? accesses.length : 0];
        Arrays.fill(always, Long.MIN_VALUE);
        find(accesses, always, filter);
    }

    /**
     * Finds pairs that may have run at the same time: activities whose time is over before all that is to come are
     * forgotten.
     */
    void forEachOverlapping(int[] accesses, Races.Filter filter) {
        find(accesses, firstToCome(accesses), filter);
    }

    private void find(int[] accesses, long[] firstToCome, Races.Filter filter) {
        if (accesses.length <= FEW) {
            compareAll(accesses, filter);
            return;
        }
        pairs = 0;
        IntObjectHashMap<IntArrayList> reads = new IntObjectHashMap<>();
        IntObjectHashMap<IntArrayList> writes = new IntObjectHashMap<>();
        for (int i = 0; i < accesses.length && pairs < LIMIT; i++) {
            int access = accesses[i];
            pair(access, writes, firstToCome[i], filter);
            if (isWrite(access)) {
                pair(access, reads, firstToCome[i], filter);
            }
            add(access, isWrite(access) ? writes : reads);
        }
    }

    private void compareAll(int[] accesses, Races.Filter filter) {
        for (int i = 1; i < accesses.length; i++) {
            for (int j = 0; j < i; j++) {
                if ((isWrite(accesses[i]) || isWrite(accesses[j]))
                        && !graph.relations().leadsTo(accesses[j], accesses[i])
                        && filter.accepts(accesses[j], accesses[i])) {
                    action.accept(accesses[j], accesses[i]);
                }
            }
        }
    }

    private boolean isWrite(int access) {
        return graph.table().accesses.kind(access) == Access.Kind.WRITE;
    }

    private void add(int access, IntObjectHashMap<IntArrayList> byChain) {
        int chain = graph.clocks().chain(access);
        IntArrayList accesses = byChain.get(chain);
        if (accesses == null) {
            accesses = new IntArrayList(2);
            byChain.put(chain, accesses);
        }
        accesses.add(access);
    }

    /** For each access the first time of all nodes of it and the following ones. */
    private long[] firstToCome(int[] accesses) {
        long[] first = new long[accesses.length];
        long next = Long.MAX_VALUE;
        for (int i = accesses.length - 1; i >= 0; i--) {
            int node = graph.node(accesses[i]);
            next = overlap.isTimedActivity(node) ? Math.min(next, overlap.first(node)) : Long.MIN_VALUE;
            first[i] = next;
        }
        return first;
    }

    private void pair(int access, IntObjectHashMap<IntArrayList> byChain, long firstToCome, Races.Filter filter) {
        IntArrayList over = new IntArrayList();
        for (IntObjectCursor<IntArrayList> chain : byChain) {
            if (isOver(chain.value, firstToCome)) {
                over.add(chain.key);
            } else {
                pair(access, chain.value, filter);
            }
        }
        byChain.removeAll(over);
    }

    private void pair(int access, IntArrayList chain, Races.Filter filter) {
        for (int i = chain.size() - 1; i >= 0 && pairs < LIMIT; i--) {
            int earlier = chain.get(i);
            if (graph.relations().leadsTo(earlier, access)) {
                return;
            }
            if (filter.accepts(earlier, access)) {
                pairs++;
                action.accept(earlier, access);
            }
        }
    }

    /** Whether a chain is one of activities that ended before all that is to come. */
    private boolean isOver(IntArrayList accesses, long firstToCome) {
        for (int i = accesses.size() - 1; i >= 0; i--) {
            int node = graph.node(accesses.get(i));
            if (!overlap.isTimedActivity(node) || overlap.end(node) >= firstToCome) {
                return false;
            }
        }
        return true;
    }
}
