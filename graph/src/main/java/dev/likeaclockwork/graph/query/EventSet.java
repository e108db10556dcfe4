// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.query;

import com.carrotsearch.hppc.IntArrayList;
import com.carrotsearch.hppc.IntObjectHashMap;
import com.carrotsearch.hppc.cursors.IntObjectCursor;
import dev.likeaclockwork.graph.CausalGraph;
import dev.likeaclockwork.graph.event.Ordering;
import dev.likeaclockwork.graph.order.Certainty;
import java.util.Arrays;
import java.util.BitSet;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Some events of a graph, and how others relate to them as a whole.
 *
 * <p>What happened before or after any member is found for all events at once, by one pass over direct causes; who is
 * concurrent with a member by a look-up for each chain of members. Immutable and thread-safe.
 */
public final class EventSet {
    private static final int NONE = -1;

    private final CausalGraph graph;
    private final int[] members;

    /** For each event the first member that happened before it, or {@link #NONE}. */
    private final int[] before;

    /** The events that happened before a member. */
    private final BitSet anyAfter = new BitSet();

    /** The events that happened before a member on another node. */
    private final BitSet anyAfterElsewhere = new BitSet();

    /** The members of each chain, in its order. */
    private final IntObjectHashMap<IntArrayList> byChain = new IntObjectHashMap<>();

    private EventSet(CausalGraph graph, int[] members) {
        this.graph = graph;
        this.members = members;
        this.before = new int[graph.size()];
        BitSet certain = new BitSet();
        for (int member : members) {
            certain.set(member);
            int chain = graph.clocks().chain(member);
            if (!byChain.containsKey(chain)) {
                byChain.put(chain, new IntArrayList(2));
            }
            byChain.get(chain).add(member);
        }
        certain.andNot(graph.relations().certainty().doubtful());
        findBefore(certain);
        findAfter(certain);
    }

    /** The events that a predicate accepts. Takes O(n). */
    public static EventSet of(CausalGraph graph, IntPredicate predicate) {
        return new EventSet(
                graph, IntStream.range(0, graph.size()).filter(predicate).toArray());
    }

    private void findBefore(BitSet certain) {
        for (int event = 0; event < before.length; event++) {
            int first = graph.causes(event)
                    .map(cause -> before[cause] != NONE ? before[cause] : certain.get(cause) ? cause : NONE)
                    .filter(member -> member != NONE)
                    .min()
                    .orElse(NONE);
            before[event] = first;
        }
    }

    /** Passes back the nodes of members: two different ones tell of any node whether there is another one. */
    private void findAfter(BitSet certain) {
        int[] nodes = new int[before.length];
        int[] others = new int[before.length];
        Arrays.fill(nodes, NONE);
        Arrays.fill(others, NONE);
        for (int event = before.length - 1; event >= 0; event--) {
            int node = nodes[event];
            int other = others[event];
            int own = certain.get(event) ? graph.node(event) : NONE;
            anyAfter.set(event, node != NONE);
            anyAfterElsewhere.set(event, (node != NONE && node != graph.node(event)) || other != NONE);
            graph.causes(event).forEach(cause -> {
                addNode(nodes, others, cause, node);
                addNode(nodes, others, cause, other);
                addNode(nodes, others, cause, own);
            });
        }
    }

    private static void addNode(int[] nodes, int[] others, int event, int node) {
        if (node == NONE || nodes[event] == node) {
            return;
        }
        if (nodes[event] == NONE) {
            nodes[event] = node;
        } else {
            others[event] = node;
        }
    }

    /** The members in the order of the graph. */
    public IntStream members() {
        return Arrays.stream(members);
    }

    /** Whether it has none. */
    public boolean isEmpty() {
        return members.length == 0;
    }

    /** The first member that happened before an event, if any did for sure. Takes O(1). */
    public OptionalInt before(int event) {
        return isDoubtful(event) || before[event] == NONE ? OptionalInt.empty() : OptionalInt.of(before[event]);
    }

    /** Whether an event happened before any member for sure. Takes O(1). */
    public boolean hasAnyAfter(int event) {
        return !isDoubtful(event) && anyAfter.get(event);
    }

    /** Whether an event happened before any member on another node for sure. Takes O(1). */
    public boolean hasAnyAfterElsewhere(int event) {
        return !isDoubtful(event) && anyAfterElsewhere.get(event);
    }

    private boolean isDoubtful(int event) {
        return graph.relations().certainty().doubtful().get(event);
    }

    /** The first member that is concurrent with an event for sure. Takes O(log n) for each chain of members. */
    public OptionalInt concurrentWith(int event) {
        int first = Integer.MAX_VALUE;
        for (IntObjectCursor<IntArrayList> chain : byChain) {
            for (int i = countLeadingTo(chain.value, event); i < chain.value.size(); i++) {
                int member = chain.value.get(i);
                Ordering verdict = graph.relation(event, member);
                first = verdict == Ordering.CONCURRENT ? Math.min(first, member) : first;
                if (verdict == Ordering.CONCURRENT || verdict == Ordering.HAPPENS_BEFORE) {
                    break;
                }
            }
        }
        return first == Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of(first);
    }

    /** How many members of a chain lead to an event: those before one that does do so, too. */
    private int countLeadingTo(IntArrayList onChain, int event) {
        int low = 0;
        for (int high = onChain.size(); low < high; ) {
            int middle = (low + high) >>> 1;
            if (graph.relations().leadsTo(onChain.get(middle), event)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * The first member of which the logs do not say how it relates to an event. Takes O(n) where logs are not sound.
     */
    public OptionalInt unknownTo(int event) {
        Certainty certainty = graph.relations().certainty();
        return certainty.doubtful().isEmpty() && certainty.incomplete().isEmpty()
                ? OptionalInt.empty()
                : members()
                        .filter(member -> graph.relation(member, event) == Ordering.UNKNOWN)
                        .findFirst();
    }
}
