// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.examples.dedup;

import dev.likeaclockwork.guard.Decision;
import dev.likeaclockwork.guard.event.EventStamp;
import dev.likeaclockwork.guard.verdict.Judgement;
import java.util.stream.Collectors;

/**
 * What the consumer did with an event, in words.
 *
 * @param isApplied whether the sale was recorded now
 */
record Outcome(boolean isApplied, String word, String why) {
    /** The outcome of every event in a consumer without the guard. */
    static final Outcome UNGUARDED = new Outcome(true, "applied", "without a check for duplicates");

    static Outcome of(Decision decision) {
        String word = switch (decision.action()) {
            case PROCESS -> "applied";
            case DROP -> "dropped";
            case QUEUE -> "queued";
            case DEFER -> "deferred";
        };
        return new Outcome(decision.isProcessed(), word, why(decision.judgement()));
    }

    private static String why(Judgement judgement) {
        String known = judgement.evidence().stream()
                .map(EventStamp::name)
                .map(Object::toString)
                .collect(Collectors.joining(" and "));
        return judgement.verdict()
                + switch (judgement.verdict()) {
                    case NEW -> known.isEmpty() ? ": first event of its product" : ": happened after " + known;
                    case DUPLICATE -> ": this event was applied before";
                    case STALE -> ": happened before " + known + ", but arrived later; a late sale still counts";
                    case CONCURRENT -> ": happened neither before nor after " + known;
                    case UNKNOWN -> ": " + judgement.doubt().orElseThrow();
                };
    }

    String line(long offset, Sale sale) {
        return "%7d  %-7s  %-14s  %d %s  %s".formatted(offset, word, sale.name(), sale.pieces(), sale.product(), why);
    }

    /** The line of an event that waited in the conflict queue. */
    String line(Decision decision) {
        return "  queue  %-7s  %-14s  %s"
                .formatted(word, decision.judgement().event().name(), why);
    }
}
