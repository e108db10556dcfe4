// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.history;

import dev.likeaclockwork.Dot;
import java.util.Arrays;

/**
 * A set of dots, as ranges of counters for each node; the most recently changed node comes last. Immutable.
 *
 * <p>A history without gaps takes one range for each node, whatever its length: the version vector with exceptions of
 * Malkhi and Terry (2005).
 */
public final class DotSet {
    static final DotSet NONE = new DotSet(new String[0], new long[0][]);

    private final String[] nodes;

    /** The counters of each node in the form of {@link Ranges}; none is empty. */
    private final long[][] ranges;

    /** Takes ownership of both arrays. */
    public DotSet(String[] nodes, long[][] ranges) {
        this.nodes = nodes;
        this.ranges = ranges;
    }

    /** The number of nodes. */
    public int nodeCount() {
        return nodes.length;
    }

    /** The node with an index. */
    public String node(int index) {
        return nodes[index];
    }

    /** The ranges of the node with an index, in the form of {@link Ranges}; not to be modified. */
    public long[] ranges(int index) {
        return ranges[index];
    }

    int rangeCount() {
        int numbers = 0;
        for (long[] ofNode : ranges) {
            numbers += ofNode.length;
        }
        return numbers / 2;
    }

    boolean contains(Dot dot) {
        int index = indexOf(dot.node());
        return index >= 0 && Ranges.contains(ranges[index], dot.counter());
    }

    DotSet with(Dot dot) {
        int index = indexOf(dot.node());
        return index < 0
                ? movedToEnd(nodes.length, dot.node(), Ranges.with(Ranges.NONE, dot.counter()))
                : movedToEnd(index, nodes[index], Ranges.with(ranges[index], dot.counter()));
    }

    /** This set without the least recently changed node. */
    DotSet withoutOldestNode() {
        return without(0);
    }

    /** The last dot of the least recently changed node. */
    Dot oldestNodesLast() {
        return new Dot(nodes[0], ranges[0][ranges[0].length - 1]);
    }

    /** The end of the first range of the node with the most ranges. */
    Dot endOfFirstRange() {
        int most = 0;
        for (int i = 1; i < nodes.length; i++) {
            most = ranges[i].length > ranges[most].length ? i : most;
        }
        return new Dot(nodes[most], ranges[most][1]);
    }

    /** This set without the dots of one node up to and including {@code last}. */
    DotSet withoutUpTo(Dot last) {
        int index = indexOf(last.node());
        if (index < 0) {
            return this;
        }
        long[] above = Ranges.above(ranges[index], last.counter());
        if (above.length == 0) {
            return without(index);
        }
        long[][] changed = ranges.clone();
        changed[index] = above;
        return new DotSet(nodes, changed);
    }

    private int indexOf(String node) {
        for (int i = nodes.length - 1; i >= 0; i--) {
            if (nodes[i].equals(node)) {
                return i;
            }
        }
        return -1;
    }

    private DotSet movedToEnd(int from, String node, long[] ofNode) {
        int size = Math.max(nodes.length, from + 1);
        String[] movedNodes = Arrays.copyOf(nodes, size);
        long[][] movedRanges = Arrays.copyOf(ranges, size);
        System.arraycopy(movedNodes, from + 1, movedNodes, from, size - from - 1);
        System.arraycopy(movedRanges, from + 1, movedRanges, from, size - from - 1);
        movedNodes[size - 1] = node;
        movedRanges[size - 1] = ofNode;
        return new DotSet(movedNodes, movedRanges);
    }

    private DotSet without(int index) {
        int size = nodes.length - 1;
        String[] fewerNodes = Arrays.copyOf(nodes, size);
        long[][] fewerRanges = Arrays.copyOf(ranges, size);
        System.arraycopy(nodes, index + 1, fewerNodes, index, size - index);
        System.arraycopy(ranges, index + 1, fewerRanges, index, size - index);
        return new DotSet(fewerNodes, fewerRanges);
    }
}
