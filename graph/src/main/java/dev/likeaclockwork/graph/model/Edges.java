// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.model;

import com.carrotsearch.hppc.IntArrayList;
import java.util.Arrays;

/** Pairs of a cause and its effect, as they are found. */
public final class Edges {
    private final IntArrayList causes = new IntArrayList();
    private final IntArrayList effects = new IntArrayList();

    public void add(int cause, int effect) {
        causes.add(cause);
        effects.add(effect);
    }

    public boolean isEmpty() {
        return causes.isEmpty();
    }

    /** For each of {@code events} events its causes. */
    public IntRows byEffect(int events) {
        return rows(effects, causes, events);
    }

    private static IntRows rows(IntArrayList keys, IntArrayList values, int rows) {
        int[] starts = new int[rows + 1];
        for (int i = 0; i < keys.size(); i++) {
            starts[keys.get(i) + 1]++;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        int[] next = starts.clone();
        int[] sorted = new int[keys.size()];
        for (int i = 0; i < keys.size(); i++) {
            sorted[next[keys.get(i)]++] = values.get(i);
        }
        return new IntRows(starts, sorted);
    }
}
