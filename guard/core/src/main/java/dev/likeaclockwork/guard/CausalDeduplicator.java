// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard;

import dev.likeaclockwork.VectorTimestamp;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Processes each event of a key once, and tells late and concurrent events from new ones.
 *
 * <pre>{@code
 * var guard = CausalDeduplicator.on(store, GuardPolicy.operations(Action.QUEUE)).build();
 * Decision decision = guard.process("order:42", IncomingEvent.from(event, "order-service"), () -> apply(event));
 * }</pre>
 *
 * <p>Events of one key should be named one way: all by dot, or all by id. {@link Verdict#DUPLICATE} is never wrong
 * while names are not reused; where evidence is missing the verdict is {@link Verdict#UNKNOWN}. What a crash can do
 * depends on the store, as {@code docs/guard.md} says for each.
 *
 * <p>Thread-safe. A verdict costs O(f n) for f maximal timestamps of n entries, one of each in most histories.
 */
public final class CausalDeduplicator {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Histories histories;
    private final Processing processing;
    private final ConflictQueue conflicts;
    private final Planner planner;

    private CausalDeduplicator(Builder settings) {
        this.histories = new Histories(settings.store.table(HistoryCodec.kind(settings.name)), settings);
        this.processing = new Processing(histories);
        this.conflicts = new ConflictQueue(
                settings.store.table(ConflictCodec.kind(settings.name)), processing, histories, settings.whenQueued);
        this.planner = new Planner(settings.policy, settings.handler, settings.wasApplied, settings.time);
    }

    /** Starts the settings of a deduplicator that remembers in a store and acts by a policy. */
    public static Builder on(StateStore store, GuardPolicy policy) {
        return new Builder(store, policy);
    }

    /** The verdict on an event, at the moment; changes nothing. */
    public Judgement judge(String key, IncomingEvent event) {
        return histories.judge(Keys.check(key), Objects.requireNonNull(event, "event"));
    }

    /** The processed events of a key that no other processed event knows of, in no particular order; unmodifiable. */
    public List<EventStamp> latest(String key) {
        return histories.latest(Keys.check(key));
    }

    /**
     * Judges an event, does with it what the policy says, and remembers it if it was processed.
     *
     * <p>With a store that joins the caller's transaction, effect and memory commit together or not at all. With any
     * other, the effect's beginning is remembered before it and its end after it; if it throws, it counts as not having
     * happened.
     *
     * @throws E what the effect throws
     * @throws StoreException if the store fails; if it did so after the effect, the event is in doubt when it comes
     *     again
     * @throws CorruptStateException if the key's history cannot be read
     */
    public <E extends Exception> Decision process(String key, IncomingEvent event, Effect<E> effect) throws E {
        Objects.requireNonNull(effect, "effect");
        return conflicts.addIfQueued(
                key,
                event,
                processing.process(Keys.check(key), event, effect, judgement -> planner.plan(key, event, judgement)));
    }

    /** Takes the first of two steps around an effect that the caller runs itself: see {@link Admission}. */
    public Admission admit(String key, IncomingEvent event) {
        Admission admission =
                processing.admit(Keys.check(key), event, judgement -> planner.plan(key, event, judgement));
        conflicts.addIfQueued(key, event, admission.decision());
        return admission;
    }

    /** The events that wait for somebody to resolve them. */
    public ConflictQueue conflicts() {
        return conflicts;
    }

    /**
     * Forgets the dots of a key that are causally stable: those counted in {@code stable}, which no event that is still
     * to arrive has. If one arrives all the same, it is {@link Verdict#UNKNOWN}.
     */
    public void forgetStable(String key, VectorTimestamp stable) {
        histories.forgetStable(Keys.check(key), Objects.requireNonNull(stable, "stable"));
    }

    /**
     * Forgets the keys of which nothing was processed since {@code before}, and returns how many. Their next event is
     * {@link Verdict#UNKNOWN}, unless the {@linkplain Builder#redeliveryHorizon redelivery horizon} lies between.
     */
    public long forgetIdleSince(Instant before) {
        return histories.expire(before);
    }

    /** The settings of a deduplicator. Not thread-safe. */
    public static final class Builder {
        private final StateStore store;
        private final GuardPolicy policy;
        private String name = "events";
        private ConflictHandler handler = ConflictHandler.leave();
        private Consumer<? super Conflict> whenQueued = conflict -> {};
        private @Nullable Predicate<? super IncomingEvent> wasApplied;
        GuardLimits limits = GuardLimits.DEFAULT;
        Duration clockSkew = Duration.ofMinutes(1);

        @Nullable
        Duration redeliveryHorizon;

        InstantSource time = InstantSource.system();
        final long owner = RANDOM.nextLong() >>> 1;

        private Builder(StateStore store, GuardPolicy policy) {
            this.store = Objects.requireNonNull(store, "store");
            this.policy = Objects.requireNonNull(policy, "policy");
        }

        /**
         * Names the consumer, for several in one store: at most 24 lower-case letters, digits and dashes;
         * {@code events} otherwise.
         */
        public Builder named(String name) {
            this.name = Objects.requireNonNull(name, "name");
            return this;
        }

        /** Limits what is remembered of each key; {@link GuardLimits#DEFAULT} otherwise. */
        public Builder within(GuardLimits limits) {
            this.limits = Objects.requireNonNull(limits, "limits");
            return this;
        }

        /** Asks a handler about each concurrent event that would be queued; otherwise all are. */
        public Builder onConflict(ConflictHandler handler) {
            this.handler = Objects.requireNonNull(handler, "handler");
            return this;
        }

        /**
         * Tells of each event that enters the conflict queue, once, however often it is delivered. Called after it has
         * entered, and, with a store that joins it, in the caller's transaction; what it throws is passed on.
         */
        public Builder whenQueued(Consumer<? super Conflict> whenQueued) {
            this.whenQueued = Objects.requireNonNull(whenQueued, "whenQueued");
            return this;
        }

        /**
         * Asks whether the effect of an event that is {@linkplain Doubt#IN_DOUBT in doubt} has happened. If so the
         * event is remembered, if not it is processed; with a right answer an effect outside the store happens exactly
         * once. Without this, the policy for unknown events applies.
         */
        public Builder whenInDoubt(Predicate<? super IncomingEvent> wasApplied) {
            this.wasApplied = Objects.requireNonNull(wasApplied, "wasApplied");
            return this;
        }

        /** Says how far producers' wall clocks may be ahead of this one; a minute otherwise. */
        public Builder clockSkew(Duration clockSkew) {
            this.clockSkew = Objects.requireNonNull(clockSkew, "clockSkew");
            return this;
        }

        /**
         * Promises that no event is delivered again so long after it was processed, such as the retention of a topic.
         * What was forgotten longer ago casts no doubt on an event. Otherwise it does so for ever.
         */
        public Builder redeliveryHorizon(Duration redeliveryHorizon) {
            this.redeliveryHorizon = Objects.requireNonNull(redeliveryHorizon, "redeliveryHorizon");
            return this;
        }

        /** Replaces the system's wall clock. */
        public Builder time(InstantSource time) {
            this.time = Objects.requireNonNull(time, "time");
            return this;
        }

        /** The deduplicator. */
        public CausalDeduplicator build() {
            return new CausalDeduplicator(this);
        }
    }
}
