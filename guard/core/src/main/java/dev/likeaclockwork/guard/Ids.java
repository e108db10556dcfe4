// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** A set of event ids, oldest first. Immutable. */
final class Ids {
    /*
     * A copy of all ids for each new one would cost as much as there are, so new ones are collected in a short list, which
     * becomes part of the set when it is full.
     */
    static final Ids NONE = new Ids(List.of(), Set.of(), List.of());

    private static final int MAX_RECENT = 24;

    /** In order; as a set too, for finding one. */
    private final List<EventId> settled;

    private final Set<EventId> settledSet;
    private final List<EventId> recent;

    private Ids(List<EventId> settled, Set<EventId> settledSet, List<EventId> recent) {
        this.settled = settled;
        this.settledSet = settledSet;
        this.recent = recent;
    }

    static Ids of(Collection<EventId> ids) {
        return ids.isEmpty() ? NONE : new Ids(List.copyOf(ids), Set.copyOf(ids), List.of());
    }

    int size() {
        return settled.size() + recent.size();
    }

    List<EventId> values() {
        List<EventId> values = new ArrayList<>(size());
        values.addAll(settled);
        values.addAll(recent);
        return values;
    }

    boolean contains(EventId id) {
        return recent.contains(id) || settledSet.contains(id);
    }

    /** With one that is not in it yet. */
    Ids with(EventId id) {
        if (contains(id)) {
            return this;
        }
        List<EventId> more = new ArrayList<>(recent.size() + 1);
        more.addAll(recent);
        more.add(id);
        Ids ids = new Ids(settled, settledSet, more);
        return more.size() > MAX_RECENT ? of(ids.values()) : ids;
    }

    /** The newest ones only. */
    Ids withoutOldest(int count) {
        List<EventId> values = values();
        return of(values.subList(count, values.size()));
    }
}
