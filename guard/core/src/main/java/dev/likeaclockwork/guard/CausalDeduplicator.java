// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard;

import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.guard.event.EventStamp;
import dev.likeaclockwork.guard.event.IncomingEvent;
import dev.likeaclockwork.guard.state.CorruptStateException;
import dev.likeaclockwork.guard.state.Keys;
import dev.likeaclockwork.guard.state.StateStore;
import dev.likeaclockwork.guard.state.StoreException;
import dev.likeaclockwork.guard.verdict.Judgement;
import dev.likeaclockwork.guard.verdict.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Processes each event of a key once, and distinguishes late and concurrent events from new ones.
 *
 * <pre>{@code
 * var guard = CausalDeduplicator.on(store, GuardPolicy.operations(Action.QUEUE)).build();
 * Decision decision = guard.process("order:42", IncomingEvent.from(event, "order-service"), () -> apply(event));
 * }</pre>
 *
 * <p>Name all events of one key in the same way: by dot, or by id. {@link Verdict#DUPLICATE} is never wrong unless
 * names are reused; where evidence is missing, the verdict is {@link Verdict#UNKNOWN}. The effect of a crash depends on
 * the store; {@code docs/guard.md} describes it for each.
 *
 * <p>Thread-safe. A verdict costs O(f n) for f maximal timestamps of n entries; f is 1 in most histories.
 */
public final class CausalDeduplicator {
    private final Histories histories;
    private final EventProcessor processor;
    private final ConflictQueue conflicts;
    private final Resolver resolver;

    CausalDeduplicator(Histories histories, EventProcessor processor, ConflictQueue conflicts, Resolver resolver) {
        this.histories = histories;
        this.processor = processor;
        this.conflicts = conflicts;
        this.resolver = resolver;
    }

    /** Begins the settings of a deduplicator that remembers events in a store and acts by a policy. */
    public static CausalDeduplicatorBuilder on(StateStore store, GuardPolicy policy) {
        return new CausalDeduplicatorBuilder(store, policy);
    }

    /** Judges an event without changing anything. */
    public Judgement judge(String key, IncomingEvent event) {
        return histories.judge(Keys.check(key), Objects.requireNonNull(event, "event"));
    }

    /** The maximal processed events of a key: those before no other one. In no particular order; unmodifiable. */
    public List<EventStamp> latest(String key) {
        return histories.latest(Keys.check(key));
    }

    /**
     * Judges an event, handles it by the policy, and remembers it if it was processed.
     *
     * <p>With a store that joins the caller's transaction, effect and memory commit together or not at all. With any
     * other store, the effect is recorded as pending before it runs and as done afterwards; an effect that throws
     * counts as not having happened.
     *
     * @throws E if the effect throws it
     * @throws StoreException if the store fails; if it fails after the effect, the redelivered event is in doubt
     * @throws CorruptStateException if the key's history cannot be read
     */
    public <E extends Exception> Decision process(String key, IncomingEvent event, Effect<E> effect) throws E {
        Objects.requireNonNull(effect, "effect");
        return conflicts.addIfQueued(
                key,
                event,
                processor.process(
                        Keys.check(key), event, effect, judgement -> resolver.resolve(key, event, judgement)));
    }

    /**
     * Judges an event whose effect the caller runs itself, between this call and {@link Admission#confirm} or
     * {@link Admission#abandon}.
     *
     * @throws StoreException if the store fails
     * @throws CorruptStateException if the key's history cannot be read
     */
    public Admission admit(String key, IncomingEvent event) {
        Admission admission =
                processor.admit(Keys.check(key), event, judgement -> resolver.resolve(key, event, judgement));
        conflicts.addIfQueued(key, event, admission.decision());
        return admission;
    }

    /** The events that wait to be resolved. */
    public ConflictQueue conflicts() {
        return conflicts;
    }

    /**
     * Forgets the dots of a key that are causally stable.
     *
     * @param stable no event at or before this timestamp will be delivered again; one that is, is
     *     {@link Verdict#UNKNOWN}
     */
    public void forgetStable(String key, VectorTimestamp stable) {
        histories.forgetStable(Keys.check(key), Objects.requireNonNull(stable, "stable"));
    }

    /**
     * Forgets the keys whose last event was processed before a time, and returns their number. The next event of such a
     * key is {@link Verdict#UNKNOWN}, unless the {@linkplain CausalDeduplicatorBuilder#redeliveryHorizon redelivery
     * horizon} has passed.
     */
    public long forgetIdleSince(Instant before) {
        return histories.expire(before);
    }
}
