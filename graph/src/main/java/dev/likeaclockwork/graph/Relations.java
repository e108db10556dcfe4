// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph;

import java.util.BitSet;
import java.util.stream.IntStream;

/** How events relate, as far as that is certain: what can be reached, and what is not to be relied on. */
final class Relations {
    private final Reachability reachability;
    private final Certainty certainty;
    private final int size;

    Relations(Reachability reachability, Certainty certainty, int size) {
        this.reachability = reachability;
        this.certainty = certainty;
        this.size = size;
    }

    Certainty certainty() {
        return certainty;
    }

    boolean happensBefore(int e, int f) {
        return e != f && leadsTo(e, f) && isCertain(e, f);
    }

    Verdict relation(int e, int f) {
        if (e == f) {
            return Verdict.EQUAL;
        }
        if (!isCertain(e, f)) {
            return Verdict.UNKNOWN;
        }
        if (leadsTo(e, f)) {
            return Verdict.HAPPENS_BEFORE;
        }
        if (leadsTo(f, e)) {
            return Verdict.HAPPENS_AFTER;
        }
        return isCertainlyConcurrent(e, f) ? Verdict.CONCURRENT : Verdict.UNKNOWN;
    }

    /** Whether causes lead from {@code e} to {@code f}, certain or not. */
    boolean leadsTo(int e, int f) {
        return reachability.reaches(e, f);
    }

    /** Of two events that nothing is known to order, whether that is all there is to know. */
    boolean isCertainlyConcurrent(int e, int f) {
        return isCertain(e, f)
                && !certainty.incomplete().get(e)
                && !certainty.incomplete().get(f);
    }

    private boolean isCertain(int e, int f) {
        return !certainty.doubtful().get(e) && !certainty.doubtful().get(f);
    }

    IntStream past(int event) {
        return reachability.past(event).stream().filter(cause -> cause != event && isCertain(cause, event));
    }

    IntStream future(int event) {
        return reachability.future(event, size).stream().filter(effect -> effect != event && isCertain(event, effect));
    }

    IntStream between(int e, int f) {
        BitSet past = reachability.past(f);
        return future(e).filter(event -> event != f && past.get(event) && isCertain(event, f));
    }

    IntStream concurrentWith(int event) {
        BitSet related = related(event);
        return IntStream.range(0, size).filter(other -> !related.get(other) && isCertainlyConcurrent(event, other));
    }

    IntStream unknownTo(int event) {
        BitSet related = related(event);
        return IntStream.range(0, size)
                .filter(other -> other != event)
                .filter(other ->
                        !isCertain(event, other) || (!related.get(other) && !isCertainlyConcurrent(event, other)));
    }

    private BitSet related(int event) {
        BitSet related = reachability.past(event);
        related.or(reachability.future(event, size));
        return related;
    }
}
