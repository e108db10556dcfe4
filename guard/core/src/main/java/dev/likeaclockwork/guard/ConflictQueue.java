// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard;

import dev.likeaclockwork.guard.codec.QueuedEvent;
import dev.likeaclockwork.guard.event.EventName;
import dev.likeaclockwork.guard.event.IncomingEvent;
import dev.likeaclockwork.guard.state.Change;
import dev.likeaclockwork.guard.state.Keys;
import dev.likeaclockwork.guard.state.StateTable;
import dev.likeaclockwork.guard.state.StoredState;
import dev.likeaclockwork.guard.verdict.Doubt;
import dev.likeaclockwork.guard.verdict.Verdict;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * The conflict queue of a deduplicator: the events that were neither processed nor dropped and wait to be resolved.
 * Thread-safe.
 *
 * <p>The queue is as durable as the store. It is never evicted and does not expire.
 */
public final class ConflictQueue {
    /** The largest number of queued events of one key; a key with more is not being resolved at all. */
    static final int MAX_EVENTS_OF_KEY = 1000;

    private final StateTable<List<QueuedEvent>> table;
    private final EventProcessor processor;
    private final Histories histories;
    private final Consumer<? super Conflict> whenQueued;

    ConflictQueue(
            StateTable<List<QueuedEvent>> table,
            EventProcessor processor,
            Histories histories,
            Consumer<? super Conflict> whenQueued) {
        this.table = table;
        this.processor = processor;
        this.histories = histories;
        this.whenQueued = whenQueued;
    }

    /** Adds an event if the decision on it is to queue it, and returns the decision. */
    Decision addIfQueued(String key, IncomingEvent event, Decision decision) {
        if (decision.action() == Action.QUEUE && add(key, event)) {
            whenQueued.accept(new Conflict(key, event, decision.judgement(), histories.now()));
        }
        return decision;
    }

    /** Adds an event and returns true, or returns false if one of its name is in the queue already. */
    private boolean add(String key, IncomingEvent event) {
        Instant now = histories.now().truncatedTo(ChronoUnit.MILLIS);
        return table.update(key, stored -> {
            List<QueuedEvent> queued = new ArrayList<>(queued(stored));
            if (queued.stream().anyMatch(other -> other.isNamed(event.stamp().name()))) {
                return Change.keep(false);
            }
            if (queued.size() >= MAX_EVENTS_OF_KEY) {
                throw new IllegalStateException(MAX_EVENTS_OF_KEY + " conflicts of key '" + key
                        + "' wait to be resolved; " + event + " cannot be queued");
            }
            queued.add(new QueuedEvent(event, now));
            return Change.write(queued, true);
        });
    }

    /** Calls {@code action} with each conflict of every key; those of one key oldest first. */
    public void forEach(Consumer<? super Conflict> action) {
        Objects.requireNonNull(action, "action");
        List<String> keys = new ArrayList<>();
        table.forEach((key, queued) -> keys.add(key));
        keys.forEach(key -> of(key).forEach(action));
    }

    /** The conflicts of one key, oldest first. */
    public List<Conflict> of(String key) {
        return queued(table.read(Keys.check(key))).stream()
                .map(queued -> conflict(key, queued))
                .toList();
    }

    private Conflict conflict(String key, QueuedEvent queued) {
        return new Conflict(key, queued.event(), histories.judge(key, queued.event()), queued.since());
    }

    /**
     * Resolves each conflict of a key by a handler, oldest first, and returns the decisions. A resolved event leaves
     * the queue, and so does one that was processed in the meantime.
     *
     * @param effect the effect of an event that the handler keeps
     */
    public List<Decision> resolve(String key, ConflictHandler handler, Consumer<? super IncomingEvent> effect) {
        Objects.requireNonNull(effect, "effect");
        List<Decision> decisions = new ArrayList<>();
        for (QueuedEvent queued : queued(table.read(Keys.check(key)))) {
            Decision decision = resolve(key, queued, handler, effect);
            if (decision.action() == Action.PROCESS || decision.action() == Action.DROP) {
                remove(key, queued.event().stamp().name());
            }
            decisions.add(decision);
        }
        return decisions;
    }

    private Decision resolve(
            String key, QueuedEvent queued, ConflictHandler handler, Consumer<? super IncomingEvent> effect) {
        IncomingEvent event = queued.event();
        return processor.resolve(key, event, () -> effect.accept(event), judgement -> {
            if (judgement.isUnknownBecause(Doubt.IN_PROGRESS)) {
                return Resolution.of(Action.DEFER);
            }
            return judgement.verdict() == Verdict.DUPLICATE
                    ? Resolution.of(Action.DROP)
                    : handler.resolve(new Conflict(key, event, judgement, queued.since()));
        });
    }

    private void remove(String key, EventName name) {
        table.update(key, stored -> {
            List<QueuedEvent> rest = queued(stored).stream()
                    .filter(queued -> !queued.isNamed(name))
                    .toList();
            return rest.isEmpty() ? Change.remove(true) : Change.write(rest, true);
        });
    }

    private static List<QueuedEvent> queued(StoredState<List<QueuedEvent>> stored) {
        List<QueuedEvent> queued = stored.state();
        return queued == null ? List.of() : queued;
    }
}
