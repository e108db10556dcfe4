// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard;

import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.guard.codec.ConflictCodec;
import dev.likeaclockwork.guard.codec.HistoryCodec;
import dev.likeaclockwork.guard.event.EventStamp;
import dev.likeaclockwork.guard.event.IncomingEvent;
import dev.likeaclockwork.guard.state.CorruptStateException;
import dev.likeaclockwork.guard.state.Keys;
import dev.likeaclockwork.guard.state.StateStore;
import dev.likeaclockwork.guard.state.StoreException;
import dev.likeaclockwork.guard.verdict.Doubt;
import dev.likeaclockwork.guard.verdict.GuardLimits;
import dev.likeaclockwork.guard.verdict.Judgement;
import dev.likeaclockwork.guard.verdict.Verdict;
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
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Histories histories;
    private final EventProcessor processor;
    private final ConflictQueue conflicts;
    private final Resolver resolver;

    private CausalDeduplicator(Builder settings) {
        this.histories = new Histories(
                settings.store.table(HistoryCodec.kind(settings.name)), settings.retention(), settings.owner);
        this.processor = new EventProcessor(histories);
        this.conflicts = new ConflictQueue(
                settings.store.table(ConflictCodec.kind(settings.name)), processor, histories, settings.whenQueued);
        this.resolver = new Resolver(settings.policy, settings.handler, settings.wasApplied, settings.time);
    }

    /** Begins the settings of a deduplicator that remembers events in a store and acts by a policy. */
    public static Builder on(StateStore store, GuardPolicy policy) {
        return new Builder(store, policy);
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
     * key is {@link Verdict#UNKNOWN}, unless the {@linkplain Builder#redeliveryHorizon redelivery horizon} has passed.
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
        private GuardLimits limits = GuardLimits.DEFAULT;
        private Duration clockSkew = Duration.ofMinutes(1);
        private @Nullable Duration redeliveryHorizon;
        private InstantSource time = InstantSource.system();
        private final long owner = RANDOM.nextLong() >>> 1;

        private Builder(StateStore store, GuardPolicy policy) {
            this.store = Objects.requireNonNull(store, "store");
            this.policy = Objects.requireNonNull(policy, "policy");
        }

        /**
         * Sets the name of the consumer, which separates several consumers in one store. {@code events} by default.
         *
         * @param name at most 24 lower-case letters, digits and dashes, starting with a letter
         */
        public Builder named(String name) {
            this.name = Objects.requireNonNull(name, "name");
            return this;
        }

        /** Limits what is remembered of each key; {@link GuardLimits#DEFAULT} by default. */
        public Builder within(GuardLimits limits) {
            this.limits = Objects.requireNonNull(limits, "limits");
            return this;
        }

        /** Sets the handler of concurrent events that the policy queues. By default all are left in the queue. */
        public Builder onConflict(ConflictHandler handler) {
            this.handler = Objects.requireNonNull(handler, "handler");
            return this;
        }

        /**
         * Sets a listener for events that enter the conflict queue. It is called once for each event, however often
         * that is delivered, after the event has entered, and in the caller's transaction if the store joins it. Its
         * exceptions are propagated.
         */
        public Builder whenQueued(Consumer<? super Conflict> whenQueued) {
            this.whenQueued = Objects.requireNonNull(whenQueued, "whenQueued");
            return this;
        }

        /**
         * Sets a test for whether the effect of an event {@linkplain Doubt#IN_DOUBT in doubt} has happened. If so, the
         * event is remembered; if not, it is processed. With a correct test, an effect outside the store happens
         * exactly once. By default the policy for unknown events applies.
         */
        public Builder whenInDoubt(Predicate<? super IncomingEvent> wasApplied) {
            this.wasApplied = Objects.requireNonNull(wasApplied, "wasApplied");
            return this;
        }

        /** Sets how far producers' wall clocks may be ahead of this one; a minute by default. */
        public Builder clockSkew(Duration clockSkew) {
            this.clockSkew = Objects.requireNonNull(clockSkew, "clockSkew");
            return this;
        }

        /**
         * Sets the time after which no processed event is delivered again, such as the retention of a topic. Evidence
         * that was forgotten longer ago casts no doubt on events. By default, forgotten evidence casts doubt for ever.
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

        private Retention retention() {
            return new Retention(limits, time, clockSkew, redeliveryHorizon);
        }

        /** Creates the deduplicator. */
        public CausalDeduplicator build() {
            return new CausalDeduplicator(this);
        }
    }
}
