// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard;

import dev.likeaclockwork.VectorTimestamp;
import java.time.Instant;

/** Forgets of a history what is over the limits, and keeps a bound of it. Used once, by one thread. */
final class Pruning {
    private final GuardLimits limits;

    /** The time by which all that is forgotten here was processed. */
    private final Instant until;

    private Dots dots;
    private Ids ids;
    private Frontier frontier;
    private Intents intents;
    private Bound names;
    private Bound order;

    private Pruning(KeyHistory history, GuardLimits limits, Instant until) {
        this.limits = limits;
        this.until = until;
        this.dots = history.dots;
        this.ids = history.ids;
        this.frontier = history.frontier;
        this.intents = history.intents;
        this.names = history.forgotten.names();
        this.order = history.forgotten.order();
    }

    static KeyHistory within(GuardLimits limits, KeyHistory history, Instant until) {
        return isWithin(limits, history)
                ? history
                : new Pruning(history, limits, until)
                        .forgetIds()
                        .forgetDots()
                        .forgetStamps()
                        .history();
    }

    private static boolean isWithin(GuardLimits limits, KeyHistory history) {
        return history.dots.nodeCount() <= limits.nodes()
                && history.dots.rangeCount() <= limits.ranges()
                && history.ids.size() <= limits.ids()
                && history.frontier.stamps().size() <= limits.frontier()
                && history.intents.values().size() <= limits.frontier();
    }

    /** Forgets the dots of one history that are causally stable: no event at or before {@code stable} is on its way. */
    static KeyHistory upTo(VectorTimestamp stable, GuardLimits limits, KeyHistory history, Instant until) {
        Pruning pruning = new Pruning(history, limits, until);
        stable.forEach((node, counter) -> {
            if (counter > 0) {
                pruning.forgetDotsUpTo(new Dot(node, counter));
            }
        });
        return pruning.history();
    }

    private void forgetDotsUpTo(Dot last) {
        Dots fewer = dots.withoutUpTo(last);
        if (fewer != dots) {
            dots = fewer;
            names = names.with(last, limits.nodes());
        }
    }

    /**
     * Half of them at once, so that this happens seldom: an id says nothing of order, so all that is covered is in
     * doubt.
     */
    private Pruning forgetIds() {
        if (ids.size() > limits.ids()) {
            ids = ids.withoutOldest(ids.size() - limits.ids() / 2);
            frontier.stamps().forEach(stamp -> names = names.with(stamp.vector(), limits.nodes()));
            names = order.isEverything() ? Bound.EVERYTHING : names.with(order.vector(), limits.nodes());
        }
        return this;
    }

    private Pruning forgetDots() {
        while (dots.nodeCount() > limits.nodes()) {
            names = names.with(dots.oldestNodesLast(), limits.nodes());
            dots = dots.withoutOldestNode();
        }
        while (dots.rangeCount() > limits.ranges()) {
            forgetDotsUpTo(dots.endOfFirstRange());
        }
        return this;
    }

    private Pruning forgetStamps() {
        while (frontier.stamps().size() > limits.frontier()) {
            order = order.with(frontier.oldest().vector(), limits.nodes());
            frontier = frontier.withoutOldest();
        }
        while (intents.values().size() > limits.frontier()) {
            forgetIntent(intents.values().get(0).stamp());
        }
        return this;
    }

    /** Whether it was processed was in doubt already: from now on, nobody can say. */
    private void forgetIntent(EventStamp stamp) {
        intents = intents.without(stamp.name());
        order = order.with(stamp.vector(), limits.nodes());
        names = stamp.name() instanceof Dot dot
                ? names.with(dot, limits.nodes())
                : names.with(stamp.vector(), limits.nodes());
    }

    private KeyHistory history() {
        return new KeyHistory(dots, ids, frontier, intents, new Forgotten(names, order, until));
    }
}
