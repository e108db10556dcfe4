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

    /** The stamps of all of them that have a timestamp; ordered ones among them do no harm. */
    private final Frontier frontier;

    /** Takes the list over. */
    Intents(List<Intent> intents) {
        this.intents = intents;
        this.frontier = intents.isEmpty()
                ? Frontier.NONE
                : new Frontier(intents.stream()
                        .map(Intent::stamp)
                        .filter(stamp -> !stamp.isUnstamped())
                        .toList());
    }

    List<Intent> values() {
        return intents;
    }

    Frontier frontier() {
        return frontier;
    }

    @Nullable
    Intent of(EventName name) {
        for (Intent intent : intents) {
            if (intent.stamp().name().equals(name)) {
                return intent;
            }
        }
        return null;
    }

    /** With one more, which replaces one of the same name. */
    Intents with(Intent intent) {
        List<Intent> more = new ArrayList<>(without(intent.stamp().name()).intents);
        more.add(intent);
        return new Intents(more);
    }

    Intents without(EventName name) {
        return of(name) == null
                ? this
                : new Intents(intents.stream()
                        .filter(intent -> !intent.stamp().name().equals(name))
                        .toList());
    }
}
