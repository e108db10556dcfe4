// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph;

import com.carrotsearch.hppc.IntArrayList;
import com.carrotsearch.hppc.IntObjectHashMap;
import com.carrotsearch.hppc.cursors.IntObjectCursor;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Some events of a graph, and how others relate to them as a whole.
 *
 * <p>Members are kept by chain, so that one look-up tells of a whole chain of them. Immutable and thread-safe.
 */
public final class EventSet {
    private final CausalGraph graph;
    private final int[] members;

    /** The members of each chain, in its order. */
    private final IntObjectHashMap<IntArrayList> byChain = new IntObjectHashMap<>();

    /** For each chain the last place that a member happened after. */
    private final int[] reached;

    /** For each chain the last place that a member on another node happened after. */
    private final int[] reachedFromElsewhere;

    private EventSet(CausalGraph graph, int[] members) {
        this.graph = graph;
        this.members = members;
        this.reached = unknown(graph);
        this.reachedFromElsewhere = unknown(graph);
        for (int member : members) {
            int chain = graph.clocks().chain(member);
            if (!byChain.containsKey(chain)) {
                byChain.put(chain, new IntArrayList(2));
            }
            byChain.get(chain).add(member);
            if (!graph.certainty().doubtful().get(member)) {
                reach(member, chain);
            }
        }
    }

    /** The events that a predicate accepts. Takes O(n) and as much as the members know. */
    public static EventSet of(CausalGraph graph, IntPredicate predicate) {
        return new EventSet(
                graph, IntStream.range(0, graph.size()).filter(predicate).toArray());
    }

    private static int[] unknown(CausalGraph graph) {
        int[] places = new int[graph.clocks().size()];
        Arrays.fill(places, ChainRows.UNKNOWN);
        return places;
    }

    private void reach(int member, int own) {
        graph.clocks().forEachKnown(member, (chain, place) -> {
            int others = place - graph.clocks().placeOnLane(member) - 1;
            reached[chain] = Math.max(reached[chain], chain == own ? place - 1 : place);
            reachedFromElsewhere[chain] = Math.max(reachedFromElsewhere[chain], chain == own ? others : place);
        });
    }

    /** The members in the order of the graph. */
    public IntStream members() {
        return Arrays.stream(members);
    }

    /** Whether it has none. */
    public boolean isEmpty() {
        return members.length == 0;
    }

    /** The first member that happened before an event, if any did for sure. Takes O(what the event knows). */
    public OptionalInt before(int event) {
        int[] first = {Integer.MAX_VALUE};
        graph.clocks().forEachKnown(event, (chain, place) -> {
            IntArrayList onChain = byChain.get(chain);
            for (int i = 0; onChain != null && i < onChain.size(); i++) {
                int member = onChain.get(i);
                if (graph.clocks().place(member) > place) {
                    break;
                }
                if (graph.happensBefore(member, event)) {
                    first[0] = Math.min(first[0], member);
                    break;
                }
            }
        });
        return first[0] == Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of(first[0]);
    }

    /** Whether an event happened before any member for sure. Takes O(1). */
    public boolean hasAnyAfter(int event) {
        return isReached(event, reached);
    }

    /** Whether an event happened before any member on another node for sure. Takes O(1). */
    public boolean hasAnyAfterElsewhere(int event) {
        return isReached(event, reachedFromElsewhere);
    }

    private boolean isReached(int event, int[] reached) {
        return !graph.certainty().doubtful().get(event)
                && reached[graph.clocks().chain(event)] >= graph.clocks().place(event);
    }

    /** A member that is concurrent with an event for sure. Takes O(log n) for each chain of members. */
    public OptionalInt concurrentWith(int event) {
        int first = Integer.MAX_VALUE;
        for (IntObjectCursor<IntArrayList> chain : byChain) {
            int known = graph.clocks().known(event, chain.key);
            for (int i = firstBeyond(chain.value, known); i < chain.value.size(); i++) {
                int member = chain.value.get(i);
                Verdict verdict = graph.relation(event, member);
                first = verdict == Verdict.CONCURRENT ? Math.min(first, member) : first;
                if (verdict == Verdict.CONCURRENT || verdict == Verdict.HAPPENS_BEFORE) {
                    break;
                }
            }
        }
        return first == Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of(first);
    }

    /** The index of the first member behind a place of its chain. */
    private int firstBeyond(IntArrayList onChain, int place) {
        int low = 0;
        for (int high = onChain.size(); low < high; ) {
            int middle = (low + high) >>> 1;
            if (graph.clocks().place(onChain.get(middle)) <= place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The first member of which the logs do not say how it relates to an event. Takes O(n) where logs are not sound. */
    public OptionalInt unknownTo(int event) {
        Certainty certainty = graph.certainty();
        return certainty.doubtful().isEmpty() && certainty.incomplete().isEmpty()
                ? OptionalInt.empty()
                : members()
                        .filter(member -> graph.relation(member, event) == Verdict.UNKNOWN)
                        .findFirst();
    }
}
