// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.diagnosis;

import com.carrotsearch.hppc.LongLongHashMap;
import com.carrotsearch.hppc.cursors.LongLongCursor;
import dev.likeaclockwork.graph.CausalGraph;
import dev.likeaclockwork.graph.model.EventTable;
import dev.likeaclockwork.graph.model.Names;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How far the wall clocks of services can be apart, as far as messages between them tell.
 *
 * <p>An effect comes after its cause: if it is stamped {@code d} after it, its clock is ahead of the other by at most
 * {@code d}. Messages in both directions bound the offset from both sides; bounds add up along services. The logged
 * times are never changed. Services that are activities of one name are taken to share a clock. Immutable and
 * thread-safe.
 */
public final class ClockOffsets {
    /** Stands for a bound that nothing tells. */
    private static final long UNBOUNDED = Long.MAX_VALUE / 4;

    /** Bounds are closed over all services up to this many; beyond, only direct messages count. */
    private static final int CLOSED = 200;

    private final Services services;

    /**
     * For two services how far, in nanoseconds, the second clock is ahead of the first one at most, if that is bounded.
     */
    private final LongLongHashMap ahead = new LongLongHashMap();

    private ClockOffsets(CausalGraph graph) {
        services = new Services(graph);
        for (int event = 0; event < graph.size(); event++) {
            int effect = event;
            graph.causes(event).forEach(cause -> learn(graph, cause, effect));
        }
        if (services.size() <= CLOSED) {
            close();
        }
    }

    /** The bounds that a graph tells. Takes O(events), and the cube of the services if there are few. */
    public static ClockOffsets of(CausalGraph graph) {
        return new ClockOffsets(graph);
    }

    private void learn(CausalGraph graph, int cause, int effect) {
        long sent = graph.table().time(cause);
        long received = graph.table().time(effect);
        int from = services.of(graph.node(cause));
        int to = services.of(graph.node(effect));
        if (from != to && sent != EventTable.NO_TIME && received != EventTable.NO_TIME) {
            bound(from, to, received - sent);
        }
    }

    private void bound(int from, int to, long most) {
        ahead.put(pair(from, to), Math.min(most, ahead(from, to)));
    }

    private long ahead(int from, int to) {
        return ahead.getOrDefault(pair(from, to), UNBOUNDED);
    }

    private static long pair(int from, int to) {
        return (long) from << Integer.SIZE | to;
    }

    /** All shortest paths (Floyd 1962). */
    private void close() {
        int size = services.size();
        long[][] paths = new long[size][size];
        for (int from = 0; from < size; from++) {
            for (int to = 0; to < size; to++) {
                paths[from][to] = ahead(from, to);
            }
        }
        for (int via = 0; via < size; via++) {
            for (int from = 0; from < size; from++) {
                for (int to = 0; to < size && paths[from][via] < UNBOUNDED; to++) {
                    if (paths[via][to] < UNBOUNDED && from != to) {
                        paths[from][to] = Math.min(paths[from][to], paths[from][via] + paths[via][to]);
                        bound(from, to, paths[from][to]);
                    }
                }
            }
        }
    }

    /**
     * How far the clock of {@code service} is ahead of that of {@code reference}.
     *
     * @throws IllegalArgumentException if there is no such service
     */
    public Bounds ahead(String reference, String service) {
        return bounds(find(reference), find(service));
    }

    private int find(String service) {
        int found = services.find(service);
        if (found == Names.NONE) {
            throw new IllegalArgumentException("no event belongs to a service '" + service + "'");
        }
        return found;
    }

    public Bounds bounds(int reference, int service) {
        if (reference == service) {
            return new Bounds(0, 0);
        }
        long most = ahead(reference, service);
        long back = ahead(service, reference);
        return new Bounds(back == UNBOUNDED ? -UNBOUNDED : -back, most);
    }

    /** The clocks that are apart for sure, or were set in between, by the names of the services. */
    public List<Apart> apart() {
        List<Apart> found = new ArrayList<>();
        for (LongLongCursor bound : ahead) {
            int from = (int) (bound.key >> Integer.SIZE);
            int to = (int) bound.key;
            boolean isForward = services.name(from).compareTo(services.name(to)) < 0;
            if (isForward || !ahead.containsKey(pair(to, from))) {
                Apart apart = isForward ? apart(from, to) : apart(to, from);
                if (apart.bounds.isApart() || apart.bounds.isContradictory()) {
                    found.add(apart);
                }
            }
        }
        found.sort(Comparator.comparing(Apart::reference).thenComparing(Apart::service));
        return found;
    }

    private Apart apart(int reference, int service) {
        return new Apart(services.name(reference), services.name(service), bounds(reference, service));
    }

    /** The largest bound of any two services, or {@code least} if that is more. */
    public long widest(long least) {
        long widest = least;
        for (LongLongCursor bound : ahead) {
            long size = Math.abs(bound.value);
            widest = size < UNBOUNDED ? Math.max(widest, size) : widest;
        }
        return widest;
    }

    public Services byNode() {
        return services;
    }

    /**
     * Two services whose clocks differ.
     *
     * @param bounds how far the clock of {@code service} is ahead of that of {@code reference}
     */
    public record Apart(String reference, String service, Bounds bounds) {}

    /**
     * A range of offsets.
     *
     * @param least nanoseconds, negative for a clock that is behind
     * @param most nanoseconds; less than {@code least} if the messages contradict each other, as they do when a clock
     *     was set
     */
    public record Bounds(long least, long most) {
        /** Whether messages bound the offset from below. */
        public boolean hasLeast() {
            return least > -UNBOUNDED;
        }

        /** Whether messages bound the offset from above. */
        public boolean hasMost() {
            return most < UNBOUNDED;
        }

        /** Whether no offset agrees with all messages: a clock was set in between. */
        public boolean isContradictory() {
            return least > most;
        }

        /** Whether 0 is outside: the clocks are apart for sure. */
        public boolean isApart() {
            return least > 0 || most < 0;
        }
    }
}
