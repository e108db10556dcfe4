// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph;

import com.carrotsearch.hppc.IntArrayList;
import com.carrotsearch.hppc.IntObjectHashMap;
import com.carrotsearch.hppc.cursors.IntObjectCursor;
import java.util.function.IntPredicate;

/**
 * The pairs of accesses of one resource that nothing in the logs orders, at least one of each a write, and at least one
 * without a version.
 *
 * <p>Accesses are taken in the order of the graph, and kept by chain: what a later access does not know of a chain is the end
 * of that chain's list. Takes a look-up for each access and chain of the resource, and then one step for each pair. Activities
 * whose time is over before all that is to come are forgotten.
 */
final class AccessPairs {
    /** Of one resource not more pairs than this are looked at. */
    static final int LIMIT = 1_000_000;

    private final CausalGraph graph;
    private final Overlap overlap;
    private final IntPredicate isVersioned;
    private final PairAction action;
    private int pairs;

    AccessPairs(CausalGraph graph, Overlap overlap, IntPredicate isVersioned, PairAction action) {
        this.graph = graph;
        this.overlap = overlap;
        this.isVersioned = isVersioned;
        this.action = action;
    }

    /** Takes two accesses, the earlier one in the order of the graph first. */
    interface PairAction {
        void accept(int first, int second);
    }

    /** @param accesses all reads and writes of a resource in the order of the graph */
    void forEach(int[] accesses) {
        pairs = 0;
        long[] firstToCome = firstToCome(accesses);
        IntObjectHashMap<IntArrayList> reads = new IntObjectHashMap<>();
        IntObjectHashMap<IntArrayList> writes = new IntObjectHashMap<>();
        for (int i = 0; i < accesses.length && pairs < LIMIT; i++) {
            int access = accesses[i];
            boolean write = graph.table().accesses.kind(access) == Access.Kind.WRITE;
            pair(access, writes, firstToCome[i]);
            if (write) {
                pair(access, reads, firstToCome[i]);
            }
            add(access, write ? writes : reads);
        }
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

    private void pair(int access, IntObjectHashMap<IntArrayList> byChain, long firstToCome) {
        IntArrayList over = new IntArrayList();
        for (IntObjectCursor<IntArrayList> chain : byChain) {
            if (isOver(chain.value, firstToCome)) {
                over.add(chain.key);
            } else {
                pair(access, chain.value);
            }
        }
        byChain.removeAll(over);
    }

    private void pair(int access, IntArrayList chain) {
        for (int i = chain.size() - 1; i >= 0 && pairs < LIMIT; i--) {
            int earlier = chain.get(i);
            if (graph.relations().leadsTo(earlier, access)) {
                return;
            }
            if (!isVersioned.test(earlier) || !isVersioned.test(access)) {
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
