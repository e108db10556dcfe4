// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.history;

import dev.likeaclockwork.guard.event.EventName;
import dev.likeaclockwork.guard.event.EventStamp;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pending effects of one key, oldest first. Immutable. */
public final class PendingEffects {
    static final PendingEffects NONE = new PendingEffects(List.of());

    private final List<PendingEffect> effects;

    /** The stamps of all effects. */
    private final List<EventStamp> stamps;

    /** Takes ownership of the list. */
    public PendingEffects(List<PendingEffect> effects) {
        this.effects = effects;
        this.stamps = new ArrayList<>(effects.size());
        for (PendingEffect effect : effects) {
            stamps.add(effect.stamp());
        }
    }

    /** The effects, not to be modified. */
    public List<PendingEffect> values() {
        return effects;
    }

    /**
     * The stamps, not to be modified. An empty timestamp among them happens before all events and so does not affect
     * their verdicts.
     */
    List<EventStamp> stamps() {
        return stamps;
    }

    /** The effect of the event with a name; null if it is not pending. */
    @Nullable
    PendingEffect of(EventName name) {
        for (int i = 0; i < effects.size(); i++) {
            if (effects.get(i).stamp().name().equals(name)) {
                return effects.get(i);
            }
        }
        return null;
    }

    /** These effects and one more, which replaces one of the same name. */
    PendingEffects with(PendingEffect effect) {
        List<PendingEffect> more = others(effect.stamp().name());
        more.add(effect);
        return new PendingEffects(more);
    }

    PendingEffects without(EventName name) {
        if (of(name) == null) {
            return this;
        }
        return effects.size() == 1 ? NONE : new PendingEffects(others(name));
    }

    private List<PendingEffect> others(EventName name) {
        List<PendingEffect> others = new ArrayList<>(effects.size() + 1);
        for (PendingEffect effect : effects) {
            if (!effect.stamp().name().equals(name)) {
                others.add(effect);
            }
        }
        return others;
    }
}
