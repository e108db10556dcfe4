// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard;

import dev.likeaclockwork.CausalityRelation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A verdict on an event, and the evidence for it. Immutable and thread-safe. */
public final class Judgement {
    private final Verdict verdict;
    private final @Nullable Doubt doubt;
    private final EventStamp event;
    private final KeyHistory history;

    Judgement(Verdict verdict, @Nullable Doubt doubt, EventStamp event, KeyHistory history) {
        this.verdict = verdict;
        this.doubt = doubt;
        this.event = event;
        this.history = history;
    }

    /** The verdict. */
    public Verdict verdict() {
        return verdict;
    }

    /** Why the verdict is {@link Verdict#UNKNOWN}; empty for all others. */
    public Optional<Doubt> doubt() {
        return Optional.ofNullable(doubt);
    }

    boolean isInProgress() {
        return doubt == Doubt.IN_PROGRESS;
    }

    boolean isInDoubt() {
        return doubt == Doubt.IN_DOUBT;
    }

    boolean says(Judgement other) {
        return verdict == other.verdict && doubt == other.doubt;
    }

    /** The event that was judged. */
    public EventStamp event() {
        return event;
    }

    /**
     * The processed events that show it: for {@link Verdict#DUPLICATE} those that are the event or know of it, for
     * {@link Verdict#STALE} those that know of it, for {@link Verdict#CONCURRENT} those that it conflicts with,
     * otherwise all that no other knows of. Found when asked for, in O(n).
     */
    public List<EventStamp> evidence() {
        return switch (verdict) {
            case NEW, UNKNOWN -> known().toList();
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
        return known().filter(stamp -> event.vector().relationTo(stamp.vector()) == relation);
    }

    private Stream<EventStamp> known() {
        return Stream.concat(
                history.frontier.stamps().stream(),
                history.intents.stamps().stream().filter(stamp -> !stamp.isUnstamped()));
    }

    /** Verdict, event and evidence in one sentence. */
    @Override
    public String toString() {
        String beside = evidence().stream().map(EventStamp::toString).collect(Collectors.joining(", "));
        return verdict + ": " + event + (doubt == null ? "" : ", because " + doubt)
                + (beside.isEmpty() ? "" : "; known: " + beside);
    }
}
