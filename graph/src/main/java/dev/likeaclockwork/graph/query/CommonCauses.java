// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.query;

import com.carrotsearch.hppc.IntByteHashMap;
import dev.likeaclockwork.graph.CausalGraph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The last events that two events share: goes back from both, the latest first, and marks what each of them knows. An
 * event that both know, and that no other such event knows, is one; the search ends when only causes of those are left.
 */
public final class CommonCauses {
    private static final byte OF_FIRST = 1;
    private static final byte OF_SECOND = 2;
    private static final byte OF_BOTH = OF_FIRST | OF_SECOND;

    /** Known by an event that both know. */
    private static final byte OLD = 4;

    private final CausalGraph graph;
    private final IntByteHashMap marks = new IntByteHashMap();
    private final PriorityQueue<Integer> open = new PriorityQueue<>(Comparator.reverseOrder());

    /** How many of the open events are not old. */
    private int news;

    private CommonCauses(CausalGraph graph) {
        this.graph = graph;
    }

    /** The last events that both {@code e} and {@code f} know of: what they share, and nothing that comes before it. */
    public static List<Integer> of(CausalGraph graph, int e, int f) {
        CommonCauses search = new CommonCauses(graph);
        search.mark(e, OF_FIRST);
        search.mark(f, OF_SECOND);
        return search.find();
    }

    private List<Integer> find() {
        List<Integer> found = new ArrayList<>();
        while (news > 0) {
            int event = open.remove();
            byte mark = marks.remove(event);
            if (!isOld(mark)) {
                news--;
            }
            if (mark == OF_BOTH) {
                found.add(0, event);
            }
            byte inherited = (mark & OF_BOTH) == OF_BOTH ? (byte) (mark | OLD) : mark;
            graph.causes(event).forEach(cause -> mark(cause, inherited));
        }
        return found;
    }

    private void mark(int event, byte mark) {
        byte before = marks.getOrDefault(event, (byte) 0);
        byte after = (byte) (before | mark);
        marks.put(event, after);
        if (before == 0) {
            open.add(event);
            news += isOld(after) ? 0 : 1;
        } else {
            news -= !isOld(before) && isOld(after) ? 1 : 0;
        }
    }

    private static boolean isOld(byte mark) {
        return (mark & OLD) != 0;
    }
}
