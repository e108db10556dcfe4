// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.verdict;

import dev.likeaclockwork.CausalityRelation;
import dev.likeaclockwork.guard.event.EventStamp;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A verdict on an event, with the evidence for it. Immutable and thread-safe. */
public final class Judgement {
    private final Verdict verdict;
    private final @Nullable Doubt doubt;
    private final EventStamp event;

    /** The maximal processed events, and the events whose effects were begun. Neither list ever changes. */
    private final List<EventStamp> processed;

    private final List<EventStamp> begun;

    private Judgement(
            Verdict verdict,
            @Nullable Doubt doubt,
            EventStamp event,
            List<EventStamp> processed,
            List<EventStamp> begun) {
        this.verdict = verdict;
        this.doubt = doubt;
        this.event = Objects.requireNonNull(event, "event");
        this.processed = Objects.requireNonNull(processed, "processed");
        this.begun = Objects.requireNonNull(begun, "begun");
    }

    /**
     * The judgement on an event about which enough is known.
     *
     * @param verdict any but {@link Verdict#UNKNOWN}
     * @param processed the maximal processed events; not copied, so it must not change
     * @param begun the events whose effects were begun; not copied, so it must not change
     * @throws IllegalArgumentException if {@code verdict} is {@link Verdict#UNKNOWN}
     */
    public static Judgement known(
            Verdict verdict, EventStamp event, List<EventStamp> processed, List<EventStamp> begun) {
        if (verdict == Verdict.UNKNOWN) {
            throw new IllegalArgumentException("verdict must not be UNKNOWN without a doubt");
        }
        return new Judgement(Objects.requireNonNull(verdict, "verdict"), null, event, processed, begun);
    }

    /**
     * The judgement {@link Verdict#UNKNOWN} on an event.
     *
     * @param doubt the reason
     * @param processed the maximal processed events; not copied, so it must not change
     * @param begun the events whose effects were begun; not copied, so it must not change
     */
    public static Judgement unknown(Doubt doubt, EventStamp event, List<EventStamp> processed, List<EventStamp> begun) {
        return new Judgement(Verdict.UNKNOWN, Objects.requireNonNull(doubt, "doubt"), event, processed, begun);
    }

    /** The verdict. */
    public Verdict verdict() {
        return verdict;
    }

    /** The reason for the verdict {@link Verdict#UNKNOWN}; empty for all others. */
    public Optional<Doubt> doubt() {
        return Optional.ofNullable(doubt);
    }

    /** Whether the verdict is {@link Verdict#UNKNOWN} for this reason. */
    public boolean isUnknownBecause(Doubt reason) {
        return doubt == Objects.requireNonNull(reason, "reason");
    }

    /** Whether another judgement has the same verdict and the same doubt, whatever the evidence. */
    public boolean agreesWith(Judgement other) {
        return verdict == other.verdict && doubt == other.doubt;
    }

    /** The event that was judged. */
    public EventStamp event() {
        return event;
    }

    /**
     * The processed events that justify the verdict. For {@link Verdict#DUPLICATE} they are the event itself and those
     * after it, for {@link Verdict#STALE} those after it, for {@link Verdict#CONCURRENT} those that conflict with it,
     * and otherwise all maximal ones. Computed by each call, in O(n).
     */
    public List<EventStamp> evidence() {
        return switch (verdict) {
            case NEW, UNKNOWN -> candidates().toList();
            case STALE -> related(CausalityRelation.HAPPENS_BEFORE).toList();
            case DUPLICATE ->
                Stream.concat(related(CausalityRelation.EQUAL), related(CausalityRelation.HAPPENS_BEFORE))
                        .toList();
            case CONCURRENT ->
                Stream.concat(related(CausalityRelation.CONCURRENT), related(CausalityRelation.EQUAL))
                        .toList();
        };
    }

    private Stream<EventStamp> related(CausalityRelation relation) {
        return candidates().filter(stamp -> event.vector().relationTo(stamp.vector()) == relation);
    }

    private Stream<EventStamp> candidates() {
        return Stream.concat(processed.stream(), begun.stream().filter(stamp -> !stamp.isUnstamped()));
    }

    /** Verdict, event and evidence in one sentence. */
    @Override
    public String toString() {
        String evidence = evidence().stream().map(EventStamp::toString).collect(Collectors.joining(", "));
        return verdict + ": " + event + (doubt == null ? "" : ", because " + doubt)
                + (evidence.isEmpty() ? "" : "; known: " + evidence);
    }
}
