// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.history;

import dev.likeaclockwork.Dot;
import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.guard.event.EventDot;
import dev.likeaclockwork.guard.event.EventStamp;
import dev.likeaclockwork.guard.verdict.GuardLimits;
import java.time.Instant;

/**
 * The removal of evidence beyond the limits from a history, which extends the bounds of forgotten events. Used once, by
 * one thread.
 */
public final class Pruning {
    private final GuardLimits limits;

    /** The time by which all events that are forgotten here were processed. */
    private final Instant until;

    private DotSet dots;
    private IdSet ids;
    private Frontier frontier;
    private PendingEffects pending;
    private CausalUpperBound names;
    private CausalUpperBound order;

    private Pruning(KeyHistory history, GuardLimits limits, Instant until) {
        this.limits = limits;
        this.until = until;
        this.dots = history.dots();
        this.ids = history.ids();
        this.frontier = history.frontier();
        this.pending = history.pending();
        this.names = history.forgotten().names();
        this.order = history.forgotten().order();
    }

    /**
     * The history within limits.
     *
     * @param until the time by which all events of the history were processed
     */
    public static KeyHistory within(GuardLimits limits, KeyHistory history, Instant until) {
        return isWithin(limits, history)
                ? history
                : new Pruning(history, limits, until)
                        .forgetIds()
                        .forgetDots()
                        .forgetStamps()
                        .history();
    }

    private static boolean isWithin(GuardLimits limits, KeyHistory history) {
        return history.dots().nodeCount() <= limits.nodes()
                && history.dots().rangeCount() <= limits.ranges()
                && history.ids().size() <= limits.ids()
                && history.frontier().stamps().size() <= limits.frontier()
                && history.pending().values().size() <= limits.frontier();
    }

    /**
     * The history without the dots that are causally stable.
     *
     * @param stable no event at or before this timestamp is still in transit
     * @param until the time by which all events of the history were processed
     */
    public static KeyHistory upTo(VectorTimestamp stable, GuardLimits limits, KeyHistory history, Instant until) {
        Pruning pruning = new Pruning(history, limits, until);
        stable.forEach((node, counter) -> {
            if (counter > 0) {
                pruning.forgetDotsUpTo(new Dot(node, counter));
            }
        });
        return pruning.history();
    }

    private void forgetDotsUpTo(Dot last) {
        DotSet fewer = dots.withoutUpTo(last);
        if (fewer != dots) {
            dots = fewer;
            names = names.with(last, limits.nodes());
        }
    }

    /**
     * Removes half of the ids at once, so that it happens rarely: an id has no place in the causal order, so the bound
     * of names then covers the whole past.
     */
    private Pruning forgetIds() {
        if (ids.size() > limits.ids()) {
            ids = ids.withoutOldest(ids.size() - limits.ids() / 2);
            frontier.stamps().forEach(stamp -> names = names.with(stamp.vector(), limits.nodes()));
            names = order.isEverything() ? CausalUpperBound.EVERYTHING : names.with(order.vector(), limits.nodes());
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
        while (pending.values().size() > limits.frontier()) {
            forgetPending(pending.values().get(0).stamp());
        }
        return this;
    }

    /** Removes an effect in doubt: from now on its event is unknown, whatever its timestamp. */
    private void forgetPending(EventStamp stamp) {
        pending = pending.without(stamp.name());
        order = order.with(stamp.vector(), limits.nodes());
        names = stamp.name() instanceof EventDot named
                ? names.with(named.dot(), limits.nodes())
                : names.with(stamp.vector(), limits.nodes());
    }

    private KeyHistory history() {
        return new KeyHistory(dots, ids, frontier, pending, new ForgottenBounds(names, order, until));
    }
}
