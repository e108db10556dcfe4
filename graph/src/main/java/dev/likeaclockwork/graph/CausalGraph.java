// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph;

import dev.likeaclockwork.CausalityRelation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The events of one execution and what happened before what among them.
 *
 * <p>Events are numbered from 0 in the order of the log. "{@code e} before {@code f}" is one look-up: {@code f} knows of
 * as many events of {@code e}'s node as {@code e} is the number of. Besides the logged vectors, a read that saw a version
 * happens after the write that made it. Events that cannot be used (a node that its own vector does not name, a dot that
 * was there before, a cycle) are left out and reported as {@link #problems}.
 *
 * <p>Immutable and thread-safe.
 */
public final class CausalGraph {
    private final List<LoggedEvent> events;
    private final List<Problem> problems;
    private final Lanes lanes;
    private final Vectors vectors;
    private final Predecessors predecessors;

    /** Causes first. */
    private final int[] causesFirst;

    /** For each event the number of events on the longest causal path up to it, itself included. */
    private final int[] depths;

    private CausalGraph(List<LoggedEvent> events, List<Problem> problems) {
        this.events = events;
        this.problems = problems;
        this.lanes = new Lanes(events);
        this.vectors = new Vectors(events, lanes);
        this.predecessors = new Predecessors(events.size(), lanes, vectors);
        this.causesFirst = predecessors.causesFirst();
        this.depths = depths(causesFirst);
    }

    /** The graph of a log. */
    public static CausalGraph of(EventLog log) {
        List<Problem> problems = new ArrayList<>(log.problems());
        CausalGraph graph = new CausalGraph(usable(log.events(), problems), problems);
        while (graph.causesFirst.length < graph.size()) {
            graph = graph.withoutCycles();
        }
        return VersionOrder.of(graph).map(graph::closedOver).orElse(graph);
    }

    private static List<LoggedEvent> usable(List<LoggedEvent> log, List<Problem> problems) {
        Map<List<Object>, LoggedEvent> byDot = new HashMap<>();
        List<LoggedEvent> usable = new ArrayList<>(log.size());
        for (LoggedEvent event : log) {
            LoggedEvent twin =
                    event.counter() > 0 ? byDot.putIfAbsent(List.of(event.node(), event.counter()), event) : null;
            if (event.counter() <= 0) {
                problems.add(new Problem(
                        Fault.NO_OWN_ENTRY,
                        event.position(),
                        "the vector does not count the event's own node '" + event.node() + "'"));
            } else if (twin != null) {
                problems.add(new Problem(
                        Fault.DUPLICATE_DOT,
                        event.position(),
                        "event " + event.counter() + " of node '" + event.node() + "' is at " + twin.position()
                                + " already"));
            } else {
                usable.add(event);
            }
        }
        return usable;
    }

    /** This graph without the first event, in the order of the log, that stands on a cycle or after one. */
    private CausalGraph withoutCycles() {
        Set<Integer> sound = new HashSet<>();
        IntStream.of(causesFirst).forEach(sound::add);
        int first = IntStream.range(0, size())
                .filter(event -> !sound.contains(event))
                .findFirst()
                .orElseThrow();
        List<LoggedEvent> rest = new ArrayList<>(events);
        LoggedEvent removed = rest.remove(first);
        List<Problem> reported = new ArrayList<>(problems);
        reported.add(
                new Problem(Fault.CYCLE, removed.position(), "the vectors say that this event happened before itself"));
        return new CausalGraph(rest, reported);
    }

    /** This graph with causes that no vector knows of: closed into the vectors in one pass, causes first. */
    private CausalGraph closedOver(VersionOrder order) {
        List<Problem> reported = new ArrayList<>(problems);
        CausalGraph closed = new CausalGraph(events, reported);
        order.forEach(closed.predecessors::add);
        int[] sorted = closed.predecessors.causesFirst();
        if (sorted.length < size()) {
            reported.add(new Problem(
                    Fault.CYCLE,
                    events.get(0).position(),
                    "the versions read contradict the vectors; they are not used as order"));
            return new CausalGraph(events, reported);
        }
        for (int event : sorted) {
            closed.predecessors.forEach(event, cause -> closed.vectors.join(event, cause));
        }
        System.arraycopy(sorted, 0, closed.causesFirst, 0, sorted.length);
        System.arraycopy(closed.depths(sorted), 0, closed.depths, 0, sorted.length);
        return closed;
    }

    /** The number of events. */
    public int size() {
        return events.size();
    }

    /** An event by its number. */
    public LoggedEvent event(int event) {
        return events.get(event);
    }

    /** The names of all nodes that have an event, sorted. */
    public List<String> nodes() {
        return IntStream.range(0, lanes.size()).mapToObj(lanes::name).toList();
    }

    /** What was left out of the log, and why; unmodifiable. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** Whether {@code e} happened before {@code f}. Takes O(log n) in the entries of {@code f}'s vector. */
    public boolean happensBefore(int e, int f) {
        return e != f && vectors.get(f, node(e)) >= event(e).counter();
    }

    /** How {@code e} relates to {@code f}. */
    public CausalityRelation relation(int e, int f) {
        if (e == f) {
            return CausalityRelation.EQUAL;
        }
        if (happensBefore(e, f)) {
            return CausalityRelation.HAPPENS_BEFORE;
        }
        return happensBefore(f, e) ? CausalityRelation.HAPPENS_AFTER : CausalityRelation.CONCURRENT;
    }

    /**
     * All events, causes before effects; among events that are free to come next the earliest by wall clock first, or the
     * one with the shortest history if a wall-clock time is missing, then by node and counter. The same for the same
     * events, whatever their order in the log. Takes O(n log n).
     */
    public List<Integer> order() {
        boolean timed = events.stream().allMatch(event -> event.time() != null);
        Comparator<Integer> byTime = Comparator.comparing(
                event -> Objects.requireNonNull(event(event).time()));
        Comparator<Integer> byDepth = Comparator.comparingInt(event -> depths[event]);
        PriorityQueue<Integer> ready = new PriorityQueue<>((timed ? byTime : byDepth)
                .thenComparing(event -> event(event).node())
                .thenComparingLong(event -> event(event).counter()));
        int[] missing = new int[size()];
        List<List<Integer>> effects = predecessors.effects(missing);
        IntStream.range(0, size()).filter(event -> missing[event] == 0).forEach(ready::add);
        List<Integer> order = new ArrayList<>(size());
        while (!ready.isEmpty()) {
            int event = ready.remove();
            order.add(event);
            effects.get(event).stream().filter(effect -> --missing[effect] == 0).forEach(ready::add);
        }
        return order;
    }

    /** The last events that both {@code e} and {@code f} know of: what they share, and nothing that comes before it. */
    public List<Integer> lastCommonCauses(int e, int f) {
        List<Integer> shared = new ArrayList<>();
        for (int node : vectors.nodes(e)) {
            int known = lanes.countUpTo(node, Math.min(vectors.get(e, node), vectors.get(f, node)));
            if (known > 0) {
                shared.add(lanes.events(node)[known - 1]);
            }
        }
        return shared.stream()
                .filter(cause -> shared.stream().noneMatch(other -> happensBefore(cause, other)))
                .toList();
    }

    int node(int event) {
        return predecessors.node(event);
    }

    Lanes lanes() {
        return lanes;
    }

    Vectors vectors() {
        return vectors;
    }

    int longestChain() {
        return IntStream.of(depths).max().orElse(0);
    }

    private int[] depths(int[] sorted) {
        int[] depth = new int[size()];
        for (int event : sorted) {
            int[] longest = {0};
            predecessors.forEach(event, cause -> longest[0] = Math.max(longest[0], depth[cause]));
            depth[event] = longest[0] + 1;
        }
        return depth;
    }
}
