// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.order;

import dev.likeaclockwork.graph.event.Ordering;
import java.util.BitSet;
import java.util.stream.IntStream;

/** How events relate, as far as that is certain: what can be reached, and what is not to be relied on. */
public final class Relations {
    private final Reachability reachability;
    private final Certainty certainty;
    private final int size;

    public Relations(Reachability reachability, Certainty certainty, int size) {
        this.reachability = reachability;
        this.certainty = certainty;
        this.size = size;
    }

    public Certainty certainty() {
        return certainty;
    }

    public boolean happensBefore(int e, int f) {
        return e != f && leadsTo(e, f) && isCertain(e, f);
    }

    public Ordering relation(int e, int f) {
        if (e == f) {
            return Ordering.EQUAL;
        }
        if (!isCertain(e, f)) {
            return Ordering.UNKNOWN;
        }
        if (leadsTo(e, f)) {
            return Ordering.HAPPENS_BEFORE;
        }
        if (leadsTo(f, e)) {
            return Ordering.HAPPENS_AFTER;
        }
        return isCertainlyConcurrent(e, f) ? Ordering.CONCURRENT : Ordering.UNKNOWN;
    }

    /** Whether causes lead from {@code e} to {@code f}, certain or not. */
    public boolean leadsTo(int e, int f) {
        return reachability.reaches(e, f);
    }

    /** Of two events that nothing is known to order, whether that is all there is to know. */
    public boolean isCertainlyConcurrent(int e, int f) {
        return isCertain(e, f)
                && !certainty.incomplete().get(e)
                && !certainty.incomplete().get(f);
    }

    private boolean isCertain(int e, int f) {
        return !certainty.doubtful().get(e) && !certainty.doubtful().get(f);
    }

    public IntStream past(int event) {
        return reachability.past(event).stream().filter(cause -> cause != event && isCertain(cause, event));
    }

    public IntStream future(int event) {
        return reachability.future(event, size).stream().filter(effect -> effect != event && isCertain(event, effect));
    }

    public IntStream between(int e, int f) {
        BitSet past = reachability.past(f);
        return future(e).filter(event -> event != f && past.get(event) && isCertain(event, f));
    }

    public IntStream concurrentWith(int event) {
        BitSet related = related(event);
        return IntStream.range(0, size).filter(other -> !related.get(other) && isCertainlyConcurrent(event, other));
    }

    public IntStream unknownTo(int event) {
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
