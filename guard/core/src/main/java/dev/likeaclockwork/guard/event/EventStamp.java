// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.event;

import dev.likeaclockwork.Dot;
import dev.likeaclockwork.VectorTimestamp;
import java.util.Objects;

/**
 * The name and the timestamps of an event. A verdict depends on nothing else of the event. Immutable.
 *
 * @param name the name of the event
 * @param vector the vector timestamp of the event; empty if the event came without one
 * @param lamportTime the Lamport time of the event, which agrees with causality; never negative
 */
public record EventStamp(EventName name, VectorTimestamp vector, long lamportTime) {
    /**
     * Checks the parts.
     *
     * @throws NullPointerException if an argument is null
     * @throws IllegalArgumentException if {@code lamportTime} is negative, or the name is a dot that {@code vector}
     *     does not have
     */
    public EventStamp {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(vector, "vector");
        if (lamportTime < 0) {
            throw new IllegalArgumentException("lamportTime must not be negative, but is " + lamportTime);
        }
        if (name instanceof EventDot named && !has(vector, named.dot())) {
            throw new IllegalArgumentException("the event " + name + " cannot have the timestamp " + vector);
        }
    }

    private static boolean has(VectorTimestamp vector, Dot dot) {
        return vector.get(dot.node()) == dot.counter();
    }

    /** The stamp of an event whose Lamport time is the {@linkplain #depth depth} of its vector. */
    public static EventStamp of(EventName name, VectorTimestamp vector) {
        return new EventStamp(name, vector, depth(vector));
    }

    /**
     * The number of events that a vector counts, at most {@link Long#MAX_VALUE}. It is a Lamport time: a cause counts
     * fewer events than its effect.
     */
    public static long depth(VectorTimestamp vector) {
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

    /** Name and vector timestamp. */
    @Override
    public String toString() {
        return name + " [" + vector + "]";
    }
}
