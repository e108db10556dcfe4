// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard;

import dev.likeaclockwork.guard.codec.ConflictCodec;
import dev.likeaclockwork.guard.codec.HistoryCodec;
import dev.likeaclockwork.guard.event.IncomingEvent;
import dev.likeaclockwork.guard.state.StateStore;
import dev.likeaclockwork.guard.verdict.Doubt;
import dev.likeaclockwork.guard.verdict.GuardLimits;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The settings of a {@link CausalDeduplicator}. Not thread-safe. */
public final class CausalDeduplicatorBuilder {
    private static final SecureRandom RANDOM = new SecureRandom();

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

    /** Identifies the deduplicator in pending effects; positive. */
    private final long owner = RANDOM.nextLong() >>> 1;

    CausalDeduplicatorBuilder(StateStore store, GuardPolicy policy) {
        this.store = Objects.requireNonNull(store, "store");
        this.policy = Objects.requireNonNull(policy, "policy");
    }

    /**
     * Sets the name of the consumer, which separates several consumers in one store. {@code events} by default.
     *
     * @param name at most 24 lower-case letters, digits and dashes, starting with a letter
     */
    public CausalDeduplicatorBuilder named(String name) {
        this.name = Objects.requireNonNull(name, "name");
        return this;
    }

    /** Limits what is remembered of each key; {@link GuardLimits#DEFAULT} by default. */
    public CausalDeduplicatorBuilder within(GuardLimits limits) {
        this.limits = Objects.requireNonNull(limits, "limits");
        return this;
    }

    /** Sets the handler of concurrent events that the policy queues. By default all are left in the queue. */
    public CausalDeduplicatorBuilder onConflict(ConflictHandler handler) {
        this.handler = Objects.requireNonNull(handler, "handler");
        return this;
    }

    /**
     * Sets a listener for events that enter the conflict queue. It is called once for each event, however often that is
     * delivered, after the event has entered, and in the caller's transaction if the store joins it. Its exceptions are
     * propagated.
     */
    public CausalDeduplicatorBuilder whenQueued(Consumer<? super Conflict> whenQueued) {
        this.whenQueued = Objects.requireNonNull(whenQueued, "whenQueued");
        return this;
    }

    /**
     * Sets a test for whether the effect of an event {@linkplain Doubt#IN_DOUBT in doubt} has happened. If so, the
     * event is remembered; if not, it is processed. With a correct test, an effect outside the store happens exactly
     * once. By default the policy for unknown events applies.
     */
    public CausalDeduplicatorBuilder whenInDoubt(Predicate<? super IncomingEvent> wasApplied) {
        this.wasApplied = Objects.requireNonNull(wasApplied, "wasApplied");
        return this;
    }

    /** Sets how far producers' wall clocks may be ahead of this one; a minute by default. */
    public CausalDeduplicatorBuilder clockSkew(Duration clockSkew) {
        this.clockSkew = Objects.requireNonNull(clockSkew, "clockSkew");
        return this;
    }

    /**
     * Sets the time after which no processed event is delivered again, such as the retention of a topic. Evidence that
     * was forgotten longer ago casts no doubt on events. By default, forgotten evidence casts doubt for ever.
     */
    public CausalDeduplicatorBuilder redeliveryHorizon(Duration redeliveryHorizon) {
        this.redeliveryHorizon = Objects.requireNonNull(redeliveryHorizon, "redeliveryHorizon");
        return this;
    }

    /** Replaces the system's wall clock. */
    public CausalDeduplicatorBuilder time(InstantSource time) {
        this.time = Objects.requireNonNull(time, "time");
        return this;
    }

    /** Creates the deduplicator. */
    public CausalDeduplicator build() {
        Retention retention = new Retention(limits, time, clockSkew, redeliveryHorizon);
        Histories histories = new Histories(store.table(HistoryCodec.kind(name)), retention, owner);
        EventProcessor processor = new EventProcessor(histories);
        ConflictQueue conflicts =
                new ConflictQueue(store.table(ConflictCodec.kind(name)), processor, histories, whenQueued);
        Resolver resolver = new Resolver(policy, handler, wasApplied, time);
        return new CausalDeduplicator(histories, processor, conflicts, resolver);
    }
}
