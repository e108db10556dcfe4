// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork;

import dev.likeaclockwork.internal.codec.LamportText;
import dev.likeaclockwork.internal.vector.Counters;
import dev.likeaclockwork.internal.vector.NodeId;
import dev.likeaclockwork.wire.MalformedCausalityException;
import dev.likeaclockwork.wire.WireLimits;

/**
 * The Lamport time of one event, and the node it happened on (Lamport 1978).
 *
 * <p>If event {@code a} happened before event {@code b}, then {@code a}'s time is smaller. The converse does not hold:
 * a smaller time may also be that of a concurrent event; {@link VectorTimestamp} tells the two apart. Ordered by time,
 * then by node: a total order of all events that agrees with causality.
 *
 * <p>This record is immutable and thread-safe.
 *
 * @param node the node's id: 1 to 128 visible ASCII characters other than {@code ,} and {@code =}
 * @param time the number of events on the longest causal path up to this one, itself included; 0 before the first
 *     event, never negative; up to 2<sup>53</sup>-1 it can be written by a transport
 */
public record LamportTimestamp(String node, long time) implements Comparable<LamportTimestamp> {
    /**
     * Checks both parts.
     *
     * @throws NullPointerException if {@code node} is null
     * @throws IllegalArgumentException if {@code node} is no node id, or {@code time} is negative
     */
    public LamportTimestamp {
        NodeId.check("node", node);
        Counters.check("time", time);
    }

    /** The timestamp of the event that {@code node} recorded at {@code time}, with the checks of the constructor. */
    public static LamportTimestamp of(String node, long time) {
        return new LamportTimestamp(node, time);
    }

    /**
     * Reads the text form, {@code node:time}; the last colon separates, so that {@code host:8080:7} is time 7 of the
     * node {@code host:8080}.
     *
     * @throws NullPointerException if {@code text} is null
     * @throws MalformedCausalityException if {@code text} has another form, or the time is above 2<sup>53</sup>-1
     */
    public static LamportTimestamp parse(String text) {
        return from(LamportText.decode(TextTransport.LAMPORT_HEADER, text, WireLimits.DEFAULT));
    }

    static LamportTimestamp from(LamportText.Parts decoded) {
        return new LamportTimestamp(decoded.node(), decoded.time());
    }

    /** Orders by time, then by node: an extension of causality to a total order. */
    @Override
    public int compareTo(LamportTimestamp other) {
        int byTime = Long.compare(time, other.time);
        return byTime != 0 ? byTime : node.compareTo(other.node);
    }

    /** The text form, {@code node:time}, which {@link #parse} reads for times up to 2<sup>53</sup>-1. */
    @Override
    public String toString() {
        return node + ":" + time;
    }
}
