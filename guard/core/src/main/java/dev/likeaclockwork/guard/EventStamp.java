// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard;

import dev.likeaclockwork.VectorTimestamp;
import java.util.Objects;

/**
 * What names an event, and what it knew: all that a verdict on it depends on. Immutable.
 *
 * @param name what tells it from every other event
 * @param vector its vector timestamp; empty if it came without one
 * @param lamportTime its Lamport time, which agrees with causality; never negative
 */
public record EventStamp(EventName name, VectorTimestamp vector, long lamportTime) {
    /**
     * Checks the parts.
     *
     * @throws NullPointerException if an argument is null
     * @throws IllegalArgumentException if {@code lamportTime} is negative, or a dot is another than the vector says
     */
    public EventStamp {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(vector, "vector");
        if (lamportTime < 0) {
            throw new IllegalArgumentException("lamportTime must not be negative, but is " + lamportTime);
        }
        if (name instanceof Dot dot && vector.get(dot.node()) != dot.counter()) {
            throw new IllegalArgumentException("the event " + dot + " cannot have the timestamp " + vector);
        }
    }

    /** An event whose Lamport time is the number of events that its vector knows of: causes know fewer than effects. */
    static EventStamp of(EventName name, VectorTimestamp vector) {
        return new EventStamp(name, vector, depth(vector));
    }

    static long depth(VectorTimestamp vector) {
        long[] sum = new long[1];
        vector.forEach((node, counter) -> sum[0] = saturatedSum(sum[0], counter));
        return sum[0];
    }

    private static long saturatedSum(long a, long b) {
        long sum = a + b;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }

    /** Whether the event came without a timestamp. */
    public boolean isUnstamped() {
        return vector.size() == 0;
    }

    /** Name and timestamp. */
    @Override
    public String toString() {
        return name + " [" + vector + "]";
    }
}
