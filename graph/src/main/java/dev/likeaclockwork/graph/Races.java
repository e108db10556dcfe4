// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The races of an execution.
 *
 * <p>Two accesses race if nothing in the logs orders them and at least one is a write. Both wrote over one version: a lost
 * update. One read what the other wrote, and both versions are known: a conflicting read and write. Without versions it is not
 * proven; and among activities, which touch a resource one after the other without a message, it is a race only if the two
 * may have run at the same time. FastTrack (Flanagan and Freund 2009) finds the first race of a variable with less; here all
 * are wanted, from a log that is complete before it is read.
 */
public final class Races {
    private static final Comparator<Race> BY_SEVERITY = Comparator.comparing(Race::kind)
            .thenComparing(Race::resource)
            .thenComparingInt(Race::first)
            .thenComparingInt(Race::second);

    private final CausalGraph graph;
    private final Overlap overlap;
    private final Services services;
    private final Filter filter;
    private final Map<Group, Pairs> groups = new HashMap<>();

    private Races(CausalGraph graph, Filter filter) {
        this.graph = graph;
        this.filter = filter;
        this.overlap = new Overlap(graph);
        this.services = new Services(graph);
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
                accesses.add(event, table.resource(event));
            }
        }
        IntRows byResource = accesses.byEffect(table.texts.size());
        AccessPairs pairs = new AccessPairs(graph, overlap, this::take);
        for (int resource = 0; resource < byResource.rows(); resource++) {
            if (byResource.end(resource) - byResource.start(resource) > 1) {
                pairs.forEach(byResource.row(resource));
            }
        }
        return groups.entrySet().stream()
                .map(entry -> race(entry.getKey(), entry.getValue()))
                .sorted(BY_SEVERITY)
                .toList();
    }

    private boolean isReadOrWrite(int event) {
        return graph.table().isAccess(event)
                && (graph.table().accessKind(event) == Access.Kind.READ
                        || graph.table().accessKind(event) == Access.Kind.WRITE);
    }

    private void take(int first, int second) {
        Race.Kind kind = filter.accepts(first, second) ? kind(first, second) : null;
        if (kind != null) {
            int one = services.of(graph.node(first));
            int other = services.of(graph.node(second));
            Group group = new Group(kind, graph.table().resource(first), Math.min(one, other), Math.max(one, other));
            groups.computeIfAbsent(group, g -> new Pairs()).add(first, second);
        }
    }

    /** Null if the two cannot have run at the same time. */
    private Race.@Nullable Kind kind(int first, int second) {
        if (graph.relation(first, second) == Verdict.UNKNOWN) {
            return Race.Kind.UNKNOWN;
        }
        Race.Kind proven = provenKind(first, second);
        if (proven != null) {
            return proven;
        }
        int node = graph.node(first);
        int other = graph.node(second);
        return overlap.applies(node, other) && !overlap.isPossible(node, other) ? null : Race.Kind.NOT_PROVEN;
    }

    private Race.@Nullable Kind provenKind(int first, int second) {
        EventTable table = graph.table();
        if (table.accessKind(first) == Access.Kind.WRITE && table.accessKind(second) == Access.Kind.WRITE) {
            boolean sameBase =
                    table.baseVersion(first) != Names.NONE && table.baseVersion(first) == table.baseVersion(second);
            return sameBase ? Race.Kind.LOST_UPDATE : null;
        }
        boolean versions = table.version(first) != Names.NONE && table.version(second) != Names.NONE;
        return versions ? Race.Kind.CONFLICTING_READ_AND_WRITE : null;
    }

    private Race race(Group group, Pairs pairs) {
        return new Race(
                group.kind,
                graph.table().texts.text(group.resource),
                pairs.first,
                pairs.second,
                pairs.count,
                graph.lastCommonCauses(pairs.first, pairs.second));
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
