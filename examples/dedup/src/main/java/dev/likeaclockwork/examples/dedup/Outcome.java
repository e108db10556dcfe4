// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.examples.dedup;

import dev.likeaclockwork.guard.Decision;
import dev.likeaclockwork.guard.event.EventStamp;
import dev.likeaclockwork.guard.verdict.Judgement;
import java.util.stream.Collectors;

/**
 * What became of an event, in words.
 *
 * @param isKept whether its effect ran
 */
record Outcome(boolean isKept, String word, String why) {
    /** What a consumer without a guard does with every event. */
    static final Outcome UNGUARDED = new Outcome(true, "kept", "nobody asks whether it was kept before");

    static Outcome of(Decision decision) {
        String word = switch (decision.action()) {
            case PROCESS -> "kept";
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
                    case NEW -> known.isEmpty() ? ": the first of its product" : ": it knew of " + known;
                    case DUPLICATE -> ": this very event was kept before";
                    case STALE -> ": it is late, " + known + " knew of it; a sale counts all the same";
                    case CONCURRENT -> ": neither it nor " + known + " knew of the other";
                    case UNKNOWN -> ": " + judgement.doubt().orElseThrow();
                };
    }

    String line(long offset, Sale sale) {
        return "%7d  %-7s  %-14s  %d %s  %s".formatted(offset, word, sale.name(), sale.pieces(), sale.product(), why);
    }

    /** Of an event that waited in the queue. */
    String line(Decision decision) {
        return "  queue  %-7s  %-14s  %s"
                .formatted(word, decision.judgement().event().name(), why);
    }
}
