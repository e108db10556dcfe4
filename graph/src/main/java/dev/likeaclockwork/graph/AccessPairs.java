// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph;

import com.carrotsearch.hppc.IntArrayList;
import com.carrotsearch.hppc.IntObjectHashMap;
import com.carrotsearch.hppc.cursors.IntObjectCursor;

/**
 * The pairs of accesses of one resource that nothing in the logs orders, at least one of each a write.
 *
 * <p>Accesses are taken in the order of the graph, and kept by chain: what a later access does not know of a chain is the end
 * of that chain's list. Takes O(log n) for each access and chain of the resource, and then one step for each pair. Chains
 * that have no version and ended in time before all that is to come are forgotten.
 */
final class AccessPairs {
    /** Of one resource not more pairs than this are looked at. */
    static final int LIMIT = 1_000_000;

    private final CausalGraph graph;
    private final Overlap overlap;
    private final PairAction action;
    private int pairs;

    AccessPairs(CausalGraph graph, Overlap overlap, PairAction action) {
        this.graph = graph;
        this.overlap = overlap;
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
            boolean write = graph.table().accessKind(access) == Access.Kind.WRITE;
            pair(access, writes, firstToCome[i]);
            if (write) {
                pair(access, reads, firstToCome[i]);
            }
            IntObjectHashMap<IntArrayList> same = write ? writes : reads;
            int chain = graph.clocks().chain(access);
            if (!same.containsKey(chain)) {
                same.put(chain, new IntArrayList(2));
            }
            same.get(chain).add(access);
        }
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
            int known = graph.clocks().known(access, chain.key);
            for (int i = chain.value.size() - 1; i >= 0; i--) {
                int earlier = chain.value.get(i);
                if (graph.clocks().place(earlier) <= known || pairs >= LIMIT) {
                    break;
                }
                pairs++;
                action.accept(earlier, access);
            }
            if (isOver(chain.value, firstToCome)) {
                over.add(chain.key);
            }
        }
        byChain.removeAll(over);
    }

    /** Whether nothing to come can race with a chain's accesses, because they have no version, and their time is over. */
    private boolean isOver(IntArrayList accesses, long firstToCome) {
        int last = accesses.get(accesses.size() - 1);
        if (!overlap.isTimedActivity(graph.node(last)) || overlap.end(graph.node(last)) >= firstToCome) {
            return false;
        }
        for (int i = 0; i < accesses.size(); i++) {
            if (graph.table().version(accesses.get(i)) != Names.NONE
                    || graph.table().baseVersion(accesses.get(i)) != Names.NONE) {
                return false;
            }
        }
        return true;
    }
}
