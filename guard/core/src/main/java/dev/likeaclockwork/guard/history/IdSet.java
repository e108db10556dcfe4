// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.history;

import dev.likeaclockwork.guard.event.EventId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** A set of event ids, oldest first. Immutable. */
public final class IdSet {
    /*
     * Copying all ids for each new one would cost O(n). New ids therefore go into a short list, which is merged into
     * the set when it is full.
     */
    static final IdSet NONE = new IdSet(List.of(), Set.of(), List.of());

    private static final int MAX_RECENT = 24;

    /** The older ids in order, and the same ids as a set. */
    private final List<EventId> settled;

    private final Set<EventId> settledSet;
    private final List<EventId> recent;

    private IdSet(List<EventId> settled, Set<EventId> settledSet, List<EventId> recent) {
        this.settled = settled;
        this.settledSet = settledSet;
        this.recent = recent;
    }

    /** The set of some ids, oldest first. */
    public static IdSet of(Collection<EventId> ids) {
        return ids.isEmpty() ? NONE : new IdSet(List.copyOf(ids), Set.copyOf(ids), List.of());
    }

    /** The number of ids. */
    public int size() {
        return settled.size() + recent.size();
    }

    /** The ids, oldest first, in a new list. */
    public List<EventId> values() {
        List<EventId> values = new ArrayList<>(size());
        values.addAll(settled);
        values.addAll(recent);
        return values;
    }

    boolean contains(EventId id) {
        return recent.contains(id) || settledSet.contains(id);
    }

    /** This set with an id. */
    IdSet with(EventId id) {
        if (contains(id)) {
            return this;
        }
        List<EventId> more = new ArrayList<>(recent.size() + 1);
        more.addAll(recent);
        more.add(id);
        IdSet ids = new IdSet(settled, settledSet, more);
        return more.size() > MAX_RECENT ? of(ids.values()) : ids;
    }

    /** This set without its oldest ids. */
    IdSet withoutOldest(int count) {
        List<EventId> values = values();
        return of(values.subList(count, values.size()));
    }
}
