// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * The events of a deduplicator that were neither processed nor dropped, each until somebody resolves it. Thread-safe.
 *
 * <p>It is as durable as the store, and never evicted or expired.
 */
public final class ConflictQueue {
    /** Events of one key: more are a key that nobody looks after. */
    static final int MAX_EVENTS_OF_KEY = 1000;

    private final StateTable<List<QueuedEvent>> table;
    private final Processing processing;
    private final Histories histories;
    private final Consumer<? super Conflict> whenQueued;

    ConflictQueue(
            StateTable<List<QueuedEvent>> table,
            Processing processing,
            Histories histories,
            Consumer<? super Conflict> whenQueued) {
        this.table = table;
        this.processing = processing;
        this.histories = histories;
        this.whenQueued = whenQueued;
    }

    /** Adds the event of a decision that says so, and returns the decision. */
    Decision addIfQueued(String key, IncomingEvent event, Decision decision) {
        if (decision.action() == Action.QUEUE && add(key, event)) {
            whenQueued.accept(new Conflict(key, event, decision.judgement(), histories.now()));
        }
        return decision;
    }

    /** Adds an event, and says so; one of its name that is there already stays instead. */
    private boolean add(String key, IncomingEvent event) {
        Instant now = histories.now().truncatedTo(ChronoUnit.MILLIS);
        return table.update(key, slot -> {
            List<QueuedEvent> queued = new ArrayList<>(queued(slot));
            if (queued.stream().anyMatch(other -> other.isNamed(event.stamp().name()))) {
                return Change.keep(false);
            }
            if (queued.size() >= MAX_EVENTS_OF_KEY) {
                throw new IllegalStateException(MAX_EVENTS_OF_KEY + " conflicts of key '" + key
                        + "' wait for somebody to resolve them; " + event + " cannot be queued");
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
     * Lets a handler decide on each conflict of a key, oldest first, and returns what became of them. A resolved one
     * leaves the queue; so does one that was processed meanwhile.
     *
     * @param effect run for an event that is kept, with the event
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
        return processing.resolve(key, event, () -> effect.accept(event), judgement -> {
            if (judgement.isInProgress()) {
                return Plan.of(Action.DEFER);
            }
            return judgement.verdict() == Verdict.DUPLICATE
                    ? Plan.of(Action.DROP)
                    : Plan.of(handler.resolve(new Conflict(key, event, judgement, queued.since())));
        });
    }

    private void remove(String key, EventName name) {
        table.update(key, slot -> {
            List<QueuedEvent> rest = queued(slot).stream()
                    .filter(queued -> !queued.isNamed(name))
                    .toList();
            return rest.isEmpty() ? Change.remove(true) : Change.write(rest, true);
        });
    }

    private static List<QueuedEvent> queued(Slot<List<QueuedEvent>> slot) {
        List<QueuedEvent> queued = slot.state();
        return queued == null ? List.of() : queued;
    }
}
