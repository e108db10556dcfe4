// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.model;

import com.carrotsearch.hppc.IntArrayList;
import com.carrotsearch.hppc.IntObjectHashMap;
import com.carrotsearch.hppc.LongArrayList;
import dev.likeaclockwork.graph.event.LoggedEvent;
import dev.likeaclockwork.graph.event.Position;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the logs say of each event, in columns: some hundred bytes an event and no object.
 *
 * <p>Events are added in the order of the logs; {@link #permute} puts them into another. Not thread-safe while it is
 * filled.
 */
public final class EventTable {
    /** The time of an event that has none. */
    public static final long NO_TIME = Long.MIN_VALUE;

    public final Names nodes = new Names();
    public final Names texts = new Names();
    public final VectorRows vectors = new VectorRows();
    public final AccessColumns accesses = new AccessColumns(texts);

    private IntArrayList node = new IntArrayList();
    private LongArrayList counter = new LongArrayList();
    private IntArrayList vector = new IntArrayList();

    /** Nanoseconds since 1970, or {@link #NO_TIME}. */
    private LongArrayList time = new LongArrayList();

    private IntArrayList label = new IntArrayList();
    private final TextColumn id = new TextColumn();
    private IntArrayList file = new IntArrayList();
    private IntArrayList line = new IntArrayList();

    /** For each event the number of events that the logs have before it. */
    private IntArrayList rank = new IntArrayList();

    /** By rank, where there are any. */
    private final IntObjectHashMap<List<String>> causes = new IntObjectHashMap<>();

    private final IntObjectHashMap<Map<String, String>> fields = new IntObjectHashMap<>();

    public void add(LoggedEvent event) {
        int own = nodes.add(event.node());
        int ordinal = size();
        if (!event.causes().isEmpty()) {
            causes.put(ordinal, event.causes());
        }
        if (!event.fields().isEmpty()) {
            fields.put(ordinal, event.fields());
        }
        rank.add(ordinal);
        vector.add(vectors.add(own, event.vector(), nodes));
        counter.add(event.counter());
        time.add(nanos(event.time()));
        label.add(texts.add(event.label()));
        id.add(event.id());
        file.add(texts.add(event.position().file()));
        line.add(event.position().line());
        accesses.add(event.access());
        node.add(own);
    }

    private static long nanos(@Nullable Instant time) {
        if (time == null) {
            return NO_TIME;
        }
        try {
            return Math.addExact(Math.multiplyExact(time.getEpochSecond(), 1_000_000_000L), time.getNano());
        } catch (ArithmeticException e) {
            return time.getEpochSecond() < 0 ? NO_TIME + 1 : Long.MAX_VALUE;
        }
    }

    /** Numbers the nodes in the order of their names. To be called once, when all events are there. */
    public void sortNodes() {
        int[] renumbered = nodes.sort();
        for (int event = 0; event < size(); event++) {
            node.set(event, renumbered[node.get(event)]);
        }
        vectors.renumber(renumbered);
    }

    /** Leaves only the events of {@code order}, in that order. */
    public void permute(int[] order) {
        node = Columns.permute(node, order);
        counter = Columns.permute(counter, order);
        vector = Columns.permute(vector, order);
        time = Columns.permute(time, order);
        label = Columns.permute(label, order);
        id.permute(order);
        file = Columns.permute(file, order);
        line = Columns.permute(line, order);
        accesses.permute(order);
        rank = Columns.permute(rank, order);
    }

    public int size() {
        return node.size();
    }

    public int node(int event) {
        return node.get(event);
    }

    public long counter(int event) {
        return counter.get(event);
    }

    void number(int event, long counter) {
        this.counter.set(event, counter);
    }

    /** The row of its vector. */
    public int vector(int event) {
        return vector.get(event);
    }

    public long time(int event) {
        return time.get(event);
    }

    public int rank(int event) {
        return rank.get(event);
    }

    int label(int event) {
        return label.get(event);
    }

    @Nullable
    public String id(int event) {
        return id.get(event);
    }

    public List<String> causes(int event) {
        return causes.getOrDefault(rank(event), List.of());
    }

    public Position position(int event) {
        return new Position(texts.text(file.get(event)), line.get(event));
    }

    boolean isSameFile(int e, int f) {
        return file.get(e) == file.get(f);
    }

    /** Compares where two events stand: by file, then by line. */
    public int comparePositions(int e, int f) {
        int byFile = isSameFile(e, f) ? 0 : texts.text(file.get(e)).compareTo(texts.text(file.get(f)));
        return byFile != 0 ? byFile : Integer.compare(line.get(e), line.get(f));
    }

    /** Compares two events by node, then by counter. */
    public int compareOnLanes(int e, int f) {
        int byNode = Integer.compare(node(e), node(f));
        return byNode != 0 ? byNode : Long.compare(counter(e), counter(f));
    }

    /** Whether two events are one that was logged twice. */
    boolean sameEvent(int e, int f) {
        LoggedEvent first = event(e);
        LoggedEvent second = event(f);
        return first.label().equals(second.label())
                && first.vector().equals(second.vector())
                && Objects.equals(first.id(), second.id())
                && Objects.equals(first.time(), second.time())
                && Objects.equals(first.access(), second.access());
    }

    /** The event as it was added. */
    public LoggedEvent event(int event) {
        return LoggedEvent.builder(position(event), nodes.text(node(event)))
                .vector(vectors.logged(vector(event), node(event), counter(event), nodes))
                .counter(counter(event))
                .label(texts.text(label(event)))
                .id(id(event))
                .time(instant(time(event)))
                .access(accesses.access(event))
                .causes(causes(event))
                .fields(fields.getOrDefault(rank(event), Map.of()))
                .build();
    }

    static @Nullable Instant instant(long nanos) {
        return nanos == NO_TIME ? null : Instant.ofEpochSecond(0, nanos);
    }
}
