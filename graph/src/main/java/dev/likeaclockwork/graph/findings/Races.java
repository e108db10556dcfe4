// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.findings;

import com.carrotsearch.hppc.IntArrayList;
import com.carrotsearch.hppc.IntIntHashMap;
import com.carrotsearch.hppc.IntObjectHashMap;
import com.carrotsearch.hppc.cursors.IntCursor;
import com.carrotsearch.hppc.cursors.IntObjectCursor;
import dev.likeaclockwork.graph.CausalGraph;
import dev.likeaclockwork.graph.diagnosis.Services;
import dev.likeaclockwork.graph.event.Access;
import dev.likeaclockwork.graph.model.Edges;
import dev.likeaclockwork.graph.model.EventTable;
import dev.likeaclockwork.graph.model.IntRows;
import dev.likeaclockwork.graph.model.Names;
import dev.likeaclockwork.graph.query.CommonCauses;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The races of an execution.
 *
 * <p>Two accesses race if nothing in the logs orders them and at least one is a write. Where both have versions, these
 * tell which write met which access: two writes over one version are a lost update, and a read of the version that was
 * written over conflicts with that write. What comes after either is the same race, and not another one. Without
 * versions a race is not proven; and activities, which touch a resource one after the other without a message, race
 * only if they may have run at the same time. FastTrack (Flanagan and Freund 2009) finds the first race of a variable
 * with less; here all are wanted, from a log that is complete before it is read.
 */
public final class Races {
    private static final Comparator<Race> BY_SEVERITY = Comparator.comparing(Race::kind)
            .thenComparing(Race::resource)
            .thenComparingInt(Race::first)
            .thenComparingInt(Race::second);

    private final CausalGraph graph;
    private final TimeOverlap overlap;
    private final Services services;
    private final Filter filter;
    private final Map<Group, Pairs> groups = new HashMap<>();

    private Races(CausalGraph graph, Filter filter) {
        this.graph = graph;
        this.filter = filter;
        this.overlap = new TimeOverlap(graph);
        this.services = overlap.services();
    }

    /** All races, the worst kind first, then by resource and in the order of the graph. */
    public static List<Race> of(CausalGraph graph) {
        return of(graph, (first, second) -> true);
    }

    /** The races whose pairs the filter accepts, in the same order. */
    public static List<Race> of(CausalGraph graph, Filter filter) {
        return new Races(graph, filter).find();
    }

    /** Says which pairs of accesses matter. */
    public interface Filter {
        /** Whether two accesses matter, the one that comes first in the order of the graph first. */
        boolean accepts(int first, int second);
    }

    private List<Race> find() {
        EventTable table = graph.table();
        Edges accesses = new Edges();
        for (int event = 0; event < graph.size(); event++) {
            if (isReadOrWrite(event)) {
                accesses.add(event, table.accesses.resource(event));
            }
        }
        IntRows byResource = accesses.byEffect(table.texts.size());
        AccessPairs pairs = new AccessPairs(graph, overlap, this::take);
        for (int resource = 0; resource < byResource.rows(); resource++) {
            int[] all = byResource.row(resource);
            findByVersion(all, pairs);
            if (all.length > 1 && !IntStream.of(all).allMatch(this::isVersioned)) {
                pairs.forEachOverlapping(all, (first, second) -> !isVersioned(first) || !isVersioned(second));
            }
        }
        return groups.entrySet().stream()
                .map(entry -> race(entry.getKey(), entry.getValue()))
                .sorted(BY_SEVERITY)
                .toList();
    }

    private boolean isReadOrWrite(int event) {
        return graph.table().accesses.isThere(event)
                && (graph.table().accesses.kind(event) == Access.Kind.READ
                        || graph.table().accesses.kind(event) == Access.Kind.WRITE);
    }

    /** Whether it says what it saw: a read its version, a write what it wrote over. */
    private boolean isVersioned(int access) {
        return seen(access) != Names.NONE;
    }

    private int seen(int access) {
        EventTable table = graph.table();
        return table.accesses.kind(access) == Access.Kind.WRITE
                ? table.accesses.base(access)
                : table.accesses.version(access);
    }

    /** Pairs the writes over each version with each other, and with those who read it. */
    private void findByVersion(int[] accesses, AccessPairs pairs) {
        IntObjectHashMap<IntArrayList> bySeen = new IntObjectHashMap<>();
        for (int access : accesses) {
            if (isVersioned(access)) {
                if (!bySeen.containsKey(seen(access))) {
                    bySeen.put(seen(access), new IntArrayList(2));
                }
                bySeen.get(seen(access)).add(access);
            }
        }
        for (IntObjectCursor<IntArrayList> same : bySeen) {
            IntIntHashMap writeOfNode = new IntIntHashMap();
            for (IntCursor access : same.value) {
                if (isWrite(access.value)) {
                    writeOfNode.put(graph.node(access.value), access.value);
                }
            }
            if (!writeOfNode.isEmpty()) {
                pairs.forEach(same.value.toArray(), (first, second) -> !isTold(first, second, writeOfNode));
            }
        }
    }

    /** Who read a version and wrote over it itself has lost an update, which is told already. */
    private boolean isTold(int first, int second, IntIntHashMap writeOfNode) {
        if (isWrite(first) && isWrite(second)) {
            return false;
        }
        int write = isWrite(first) ? first : second;
        int own = writeOfNode.getOrDefault(graph.node(write == first ? second : first), -1);
        return own >= 0 && isUnordered(own, write);
    }

    private boolean isUnordered(int e, int f) {
        return !graph.relations().leadsTo(e, f) && !graph.relations().leadsTo(f, e);
    }

    private boolean isWrite(int access) {
        return graph.table().accesses.kind(access) == Access.Kind.WRITE;
    }

    private void take(int first, int second) {
        Race.Kind kind = filter.accepts(first, second) ? kind(first, second) : null;
        if (kind != null) {
            int one = services.of(graph.node(first));
            int other = services.of(graph.node(second));
            Group group =
                    new Group(kind, graph.table().accesses.resource(first), Math.min(one, other), Math.max(one, other));
            groups.computeIfAbsent(group, g -> new Pairs()).add(first, second);
        }
    }

    /** Null if the two cannot have run at the same time. */
    private Race.@Nullable Kind kind(int first, int second) {
        boolean versions = isVersioned(first) && isVersioned(second);
        int node = graph.node(first);
        int other = graph.node(second);
        if (!versions && overlap.applies(node, other) && !overlap.isPossible(node, other)) {
            return null;
        }
        if (!graph.relations().isCertainlyConcurrent(first, second)) {
            return Race.Kind.UNKNOWN;
        }
        if (!versions) {
            return Race.Kind.NOT_PROVEN;
        }
        return isWrite(first) && isWrite(second) ? Race.Kind.LOST_UPDATE : Race.Kind.CONFLICTING_READ_AND_WRITE;
    }

    private Race race(Group group, Pairs pairs) {
        return new Race(
                group.kind,
                graph.table().texts.text(group.resource),
                pairs.first,
                pairs.second,
                pairs.count,
                CommonCauses.of(graph, pairs.first, pairs.second));
    }

    private record Group(Race.Kind kind, int resource, int service, int other) {}

    /** How many pairs, and the first of them. */
    private static final class Pairs {
        private long count;
        private int first;
        private int second;

        void add(int first, int second) {
            if (count++ == 0 || second < this.second || (second == this.second && first < this.first)) {
                this.first = first;
                this.second = second;
            }
        }
    }
}
