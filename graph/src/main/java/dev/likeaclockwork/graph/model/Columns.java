// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.model;

import com.carrotsearch.hppc.ByteArrayList;
import com.carrotsearch.hppc.IntArrayList;
import com.carrotsearch.hppc.LongArrayList;

/** Reorders columns: place {@code i} of the result is what stood at {@code order[i]}. */
final class Columns {
    private Columns() {}

    static IntArrayList permute(IntArrayList column, int[] order) {
        IntArrayList permuted = new IntArrayList(order.length);
        for (int event : order) {
            permuted.add(column.get(event));
        }
        return permuted;
    }

    static LongArrayList permute(LongArrayList column, int[] order) {
        LongArrayList permuted = new LongArrayList(order.length);
        for (int event : order) {
            permuted.add(column.get(event));
        }
        return permuted;
    }

    static ByteArrayList permute(ByteArrayList column, int[] order) {
        ByteArrayList permuted = new ByteArrayList(order.length);
        for (int event : order) {
            permuted.add(column.get(event));
        }
        return permuted;
    }
}
