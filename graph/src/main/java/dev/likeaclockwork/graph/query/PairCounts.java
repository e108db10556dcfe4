// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.query;

import com.carrotsearch.hppc.sorting.IndirectSort;
import dev.likeaclockwork.graph.CausalGraph;
import java.util.Arrays;

/**
 * How many pairs of events are ordered, and how many of these stand the other way round in the log.
 *
 * <p>Takes the events in blocks by their place in the log: one pass over the graph marks for each event which of the
 * block it knows, a bit each. Takes O(n<sup>2</sup>/64).
 *
 * @param ordered pairs of which one happened before the other
 * @param inversions ordered pairs whose cause stands later in the log than its effect
 */
record PairCounts(long ordered, long inversions) {
    private static final int WORDS = 16;
    private static final int BLOCK = WORDS * Long.SIZE;

    static PairCounts of(CausalGraph graph) {
        int size = graph.size();
        int[] byRank = IndirectSort.mergesort(
                0,
                size,
                (e, f) -> Integer.compare(graph.table().rank(e), graph.table().rank(f)));
        int[] rank = new int[size];
        for (int place = 0; place < size; place++) {
            rank[byRank[place]] = place;
        }
        PairCounts counts = new PairCounts(0, 0);
        long[] marks = new long[size * WORDS];
        for (int start = 0; start < size; start += BLOCK) {
            counts = counts.plus(block(graph, rank, start, marks));
        }
        return counts;
    }

    /** Of the events from {@code start} of the log on, as far as a block goes, those that each event knows. */
    private static PairCounts block(CausalGraph graph, int[] rank, int start, long[] marks) {
        Arrays.fill(marks, 0);
        long ordered = 0;
        long inversions = 0;
        for (int event = 0; event < rank.length; event++) {
            int base = event * WORDS;
            graph.causes(event).forEach(cause -> {
                for (int word = 0; word < WORDS; word++) {
                    marks[base + word] |= marks[cause * WORDS + word];
                }
            });
            int own = rank[event] - start;
            ordered += count(marks, base, 0);
            inversions += own < BLOCK ? count(marks, base, Math.max(0, own)) : 0;
            if (own >= 0 && own < BLOCK) {
                marks[base + own / Long.SIZE] |= 1L << own;
            }
        }
        return new PairCounts(ordered, inversions);
    }

    /** The number of marks of an event from {@code first} on. */
    private static long count(long[] marks, int base, int first) {
        int word = first / Long.SIZE;
        long count = Long.bitCount(marks[base + word] & (-1L << first));
        for (word++; word < WORDS; word++) {
            count += Long.bitCount(marks[base + word]);
        }
        return count;
    }

    private PairCounts plus(PairCounts other) {
        return new PairCounts(ordered + other.ordered, inversions + other.inversions);
    }
}
