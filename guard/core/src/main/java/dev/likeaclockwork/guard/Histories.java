// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard;

import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.guard.event.EventStamp;
import dev.likeaclockwork.guard.event.IncomingEvent;
import dev.likeaclockwork.guard.history.KeyHistory;
import dev.likeaclockwork.guard.history.PendingEffect;
import dev.likeaclockwork.guard.state.Change;
import dev.likeaclockwork.guard.state.StateTable;
import dev.likeaclockwork.guard.verdict.Judgement;
import dev.likeaclockwork.guard.verdict.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * The histories of all keys in one table of a store. Each method reads or changes one history atomically. Thread-safe.
 */
final class Histories {
    private final StateTable<KeyHistory> table;
    private final Retention retention;

    /** Identifies this deduplicator in pending effects; positive. */
    private final long owner;

    Histories(StateTable<KeyHistory> table, Retention retention, long owner) {
        this.table = table;
        this.retention = retention;
        this.owner = owner;
    }

    boolean joinsTransaction() {
        return table.joinsTransaction();
    }

    Instant now() {
        return retention.now();
    }

    Judgement judge(String key, IncomingEvent event) {
        return retention.history(table.read(key)).judge(event, owner);
    }

    List<EventStamp> latest(String key) {
        return List.copyOf(retention.history(table.read(key)).frontier().stamps());
    }

    /** Judges an event, resolves it under the key's lock, and remembers it if the resolution requires that. */
    Decision decide(String key, IncomingEvent event, Function<Judgement, Resolution> resolver) {
        return table.update(key, stored -> {
            KeyHistory history = retention.history(stored);
            Judgement judgement = history.judge(event, owner);
            Resolution resolution = resolver.apply(judgement);
            Decision decision = new Decision(resolution.action(), judgement);
            return resolution.isRemembered()
                    ? Change.write(retention.pruned(history.with(event.stamp())), decision)
                    : Change.keep(decision);
        });
    }

    /** Judges an event, and if it is new, records its effect as pending. */
    Judgement beginIfNew(String key, IncomingEvent event) {
        return table.update(key, stored -> {
            KeyHistory history = retention.history(stored);
            Judgement judgement = history.judge(event, owner);
            return judgement.verdict() == Verdict.NEW
                    ? Change.write(begun(history, event), judgement)
                    : Change.keep(judgement);
        });
    }

    /**
     * Records the effect of an event as pending, or the event as processed if no effect has to run. Returns false, and
     * changes nothing, if the judgement on the event is no longer {@code judged}.
     */
    boolean begin(String key, IncomingEvent event, Judgement judged, Resolution resolution) {
        return table.update(key, stored -> {
            KeyHistory history = retention.history(stored);
            if (!history.judge(event, owner).agreesWith(judged)) {
                return Change.keep(false);
            }
            return Change.write(
                    resolution.runs() ? begun(history, event) : retention.pruned(history.with(event.stamp())), true);
        });
    }

    private KeyHistory begun(KeyHistory history, IncomingEvent event) {
        return retention.pruned(history.withPending(new PendingEffect(event.stamp(), owner)));
    }

    /** Records an event as processed. */
    void confirm(String key, EventStamp event) {
        table.update(
                key,
                stored ->
                        Change.write(retention.pruned(retention.history(stored).with(event)), true));
    }

    /** Removes the pending effect of an event. */
    void abandon(String key, EventStamp event) {
        table.update(key, stored -> Change.write(retention.history(stored).withoutPending(event.name()), true));
    }

    void forgetStable(String key, VectorTimestamp stable) {
        table.update(
                key,
                stored -> stored.state() == null
                        ? Change.keep(false)
                        : Change.write(retention.prunedUpTo(stable, retention.history(stored)), true));
    }

    long expire(Instant before) {
        return table.expire(before);
    }
}
