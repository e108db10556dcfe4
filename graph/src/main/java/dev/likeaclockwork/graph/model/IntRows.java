// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.model;

import java.util.Arrays;

/**
 * Rows of numbers in one array.
 *
 * @param starts for each row where it starts in {@code values}, and, behind the last one, where that ends
 * @param values the rows, one behind the other
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record IntRows(int[] starts, int[] values) {
    public int rows() {
        return starts.length - 1;
    }

    public int start(int row) {
        return starts[row];
    }

    public int end(int row) {
        return starts[row + 1];
    }

    public int[] row(int row) {
        return Arrays.copyOfRange(values, start(row), end(row));
    }

    public int value(int place) {
        return values[place];
    }

    /** The rows of {@code order} in that order, with new numbers in place of the old ones. */
    public IntRows renumber(int[] order, int[] renumbered) {
        int[] newStarts = new int[order.length + 1];
        for (int row = 0; row < order.length; row++) {
            newStarts[row + 1] = newStarts[row] + end(order[row]) - start(order[row]);
        }
        int[] newValues = new int[newStarts[order.length]];
        int next = 0;
        for (int row : order) {
            for (int place = start(row); place < end(row); place++) {
                newValues[next++] = renumbered[value(place)];
            }
        }
        return new IntRows(newStarts, newValues);
    }
}
