// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The events of a key whose effects were begun and neither confirmed nor abandoned, oldest first. Immutable. */
final class Intents {
    static final Intents NONE = new Intents(List.of());

    private final List<Intent> intents;

    /** Of all of them. */
    private final List<EventStamp> stamps;

    /** Takes the list over. */
    Intents(List<Intent> intents) {
        this.intents = intents;
        this.stamps = new ArrayList<>(intents.size());
        for (Intent intent : intents) {
            stamps.add(intent.stamp());
        }
    }

    List<Intent> values() {
        return intents;
    }

    /** To be read only. One without a timestamp is before all events, which does no harm to their verdicts. */
    List<EventStamp> stamps() {
        return stamps;
    }

    @Nullable
    Intent of(EventName name) {
        for (int i = 0; i < intents.size(); i++) {
            if (intents.get(i).stamp().name().equals(name)) {
                return intents.get(i);
            }
        }
        return null;
    }

    /** With one more, which replaces one of the same name. */
    Intents with(Intent intent) {
        List<Intent> more = others(intent.stamp().name());
        more.add(intent);
        return new Intents(more);
    }

    Intents without(EventName name) {
        if (of(name) == null) {
            return this;
        }
        return intents.size() == 1 ? NONE : new Intents(others(name));
    }

    private List<Intent> others(EventName name) {
        List<Intent> others = new ArrayList<>(intents.size() + 1);
        for (Intent intent : intents) {
            if (!intent.stamp().name().equals(name)) {
                others.add(intent);
            }
        }
        return others;
    }
}
