// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph;

import dev.likeaclockwork.graph.event.Access;
import dev.likeaclockwork.graph.event.Fault;
import dev.likeaclockwork.graph.event.LoggedEvent;
import dev.likeaclockwork.graph.event.Ordering;
import dev.likeaclockwork.graph.event.Problem;
import dev.likeaclockwork.graph.model.EventTable;
import dev.likeaclockwork.graph.model.IntRows;
import dev.likeaclockwork.graph.model.Lanes;
import dev.likeaclockwork.graph.model.Names;
import dev.likeaclockwork.graph.model.ProblemList;
import dev.likeaclockwork.graph.order.Certainty;
import dev.likeaclockwork.graph.order.ChainClocks;
import dev.likeaclockwork.graph.order.Reachability;
import dev.likeaclockwork.graph.order.Relations;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The events of one execution and what happened before what among them.
 *
 * <p>Events are numbered from 0 in an order in which causes stand before effects, and which is else that of wall
 * clocks. It is the same for the same events, whatever their order in the logs. "{@code e} before {@code f}" is one
 * look-up, unless {@code f} knows of so many others through versions and locks that nothing could hold them: then
 * causes are searched. Order comes from the logged vectors, from causes that events name, from versions read (a read
 * comes after the write that made what it saw), and from declared locks; from nothing else.
 *
 * <p>Faults of the logs are {@linkplain #problems reported}, and analysis goes on with what is sound: where an answer
 * depends on what is missing or contradicts itself, it is {@link Ordering#UNKNOWN}.
 *
 * <p>Immutable and thread-safe. Methods that take the number of an event throw {@link IndexOutOfBoundsException} if
 * there is no such event.
 */
public final class CausalGraph {
    private final EventTable table;
    private final Lanes lanes;
    private final ChainClocks clocks;
    private final IntRows causes;
    private final Relations relations;
    private final List<Problem> problems;
    private final Map<Fault, Long> faults;
    private final long missing;

    CausalGraph(
            EventTable table,
            Lanes lanes,
            ChainClocks clocks,
            IntRows causes,
            Certainty certainty,
            ProblemList problems,
            long missing) {
        this.table = table;
        this.lanes = lanes;
        this.clocks = clocks;
        this.causes = causes;
        this.relations = new Relations(new Reachability(clocks, causes), certainty, table.size());
        this.problems = problems.sorted();
        this.faults = problems.counts();
        this.missing = missing;
    }

    /** A builder without events. */
    public static GraphBuilder builder() {
        return new GraphBuilder();
    }

    /** The graph of these events. */
    public static CausalGraph of(List<LoggedEvent> events) {
        GraphBuilder builder = builder();
        events.forEach(builder::event);
        return builder.build();
    }

    /** The number of events. */
    public int size() {
        return table.size();
    }

    /** What the log says of an event; a new object. */
    public LoggedEvent event(int event) {
        return table.event(Objects.checkIndex(event, size()));
    }

    /** What an event did to a resource; null if nothing or if the log does not say. Cheaper than {@link #event}. */
    public @Nullable Access access(int event) {
        return table.accesses.access(Objects.checkIndex(event, size()));
    }

    /** The number of nodes, those included that are only known from vectors. */
    public int nodes() {
        return lanes.size();
    }

    /** The name of a node, from 0; nodes are numbered in the order of their names. */
    public String nodeName(int node) {
        return table.nodes.text(node);
    }

    /** The node of an event. */
    public int node(int event) {
        return table.node(event);
    }

    /** The events of a node in their order. */
    public IntStream lane(int node) {
        return IntStream.range(0, lanes.length(node)).map(place -> lanes.event(node, place));
    }

    /** The faults that were found, by place; of each kind the first ten thousand. Unmodifiable. */
    public List<Problem> problems() {
        return problems;
    }

    /** How many faults of each kind there are, those included that {@link #problems} does not list. */
    public Map<Fault, Long> faults() {
        return faults.isEmpty() ? Map.of() : new EnumMap<>(faults);
    }

    /** How many events are missing from the logs, as far as vectors and counters prove. */
    public long missingEvents() {
        return missing;
    }

    /**
     * Whether the logs prove that {@code e} happened before {@code f}. Takes O(log n) in the chains that {@code f}
     * knows, or O(n) for a search.
     */
    public boolean happensBefore(int e, int f) {
        return relations.happensBefore(e, f);
    }

    /** How {@code e} relates to {@code f}. Costs as {@link #happensBefore} does. */
    public Ordering relation(int e, int f) {
        return relations.relation(e, f);
    }

    /**
     * The direct causes of an event: the one before on its node, and those on other nodes that no other one tells of.
     */
    public IntStream causes(int event) {
        int before = clocks.previous(event);
        IntStream previous = before < 0 ? IntStream.empty() : IntStream.of(before);
        return IntStream.concat(
                previous,
                IntStream.range(causes.start(event), causes.end(event)).map(causes::value));
    }

    /** The event of {@code node} with this counter, if it is there. */
    public OptionalInt find(String node, long counter) {
        int number = table.nodes.find(node);
        int count = number == Names.NONE ? 0 : lanes.countUpTo(number, counter);
        return count > 0 && lanes.counter(number, count - 1) == counter
                ? OptionalInt.of(lanes.event(number, count - 1))
                : OptionalInt.empty();
    }

    /** The events that happened before one, in the order of the graph. Takes O(n), as the following do. */
    public IntStream past(int event) {
        return relations.past(event);
    }

    /** The events that happened after one. */
    public IntStream future(int event) {
        return relations.future(event);
    }

    /** The events that happened after {@code e} and before {@code f}. */
    public IntStream between(int e, int f) {
        return relations.between(e, f);
    }

    /** The events that are concurrent with one for sure. */
    public IntStream concurrentWith(int event) {
        return relations.concurrentWith(event);
    }

    /** The events of which the logs do not tell how they relate to one. */
    public IntStream unknownTo(int event) {
        return relations.unknownTo(event);
    }

    /** For the analyses of this module only. */
    @SuppressWarnings("exports")
    public EventTable table() {
        return table;
    }

    /** For the analyses of this module only. */
    @SuppressWarnings("exports")
    public ChainClocks clocks() {
        return clocks;
    }

    /** For the analyses of this module only. */
    @SuppressWarnings("exports")
    public Relations relations() {
        return relations;
    }
}
