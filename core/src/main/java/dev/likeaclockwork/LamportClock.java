// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork;

import dev.likeaclockwork.internal.vector.Counters;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/**
 * The Lamport clock of one node: a counter that is ahead of the time of every event that the node knows (Lamport 1978).
 *
 * <p>{@link #fresh} makes the usual clock. Its node is new with each start, so that two events never have one node and
 * one time. A fixed name is for services that store their last timestamp and {@link #resume} from it: a clock that
 * starts from zero under an old name repeats its old timestamps, and receivers take its events for duplicates.
 *
 * <p>Each verb records one event and returns that event's timestamp. Times strictly increase, and a receive is later
 * than both the clock's last event and the received one: the clock condition.
 *
 * <p>This class is thread-safe, linearizable and lock-free; every verb costs one atomic update and one small object.
 *
 * <p><b>HAZARD: a forged time.</b> A received time above 2<sup>52</sup> is ignored. A million events a second take 142
 * years to get there, so such a time is forged, and would push this clock and all its receivers out of the range of the
 * wire. At {@link Long#MAX_VALUE} every verb throws {@link ArithmeticException} and changes nothing.
 */
public final class LamportClock {
    private final String node;

    /** The time of the last event; 0 before the first one. */
    private final AtomicLong time;

    /**
     * A clock of a fixed node at time 0. If the node recorded events before, use {@link #resume}.
     *
     * @param node the id of the node: 1 to 128 visible ASCII characters other than {@code ,} and {@code =}
     * @throws NullPointerException if {@code node} is null
     * @throws IllegalArgumentException if {@code node} is no node id
     */
    public LamportClock(String node) {
        this(LamportTimestamp.of(node, 0));
    }

    private LamportClock(LamportTimestamp last) {
        this.node = last.node();
        this.time = new AtomicLong(last.time());
    }

    /**
     * A clock of a new node, {@code name/<13 characters>}, at time 0: the usual clock of a process.
     *
     * @param name the name that all starts of a service share: 1 to 114 visible ASCII characters other than {@code ,},
     *     {@code =} and {@code /}
     * @throws NullPointerException if {@code name} is null
     * @throws IllegalArgumentException if {@code name} has another form
     */
    public static LamportClock fresh(String name) {
        return fresh(name, FreshNode.SECURE_RANDOM);
    }

    /**
     * A clock of a new node, with the 64 random bits of its id from {@code random}: for tests that repeat.
     *
     * @throws NullPointerException if an argument is null
     * @throws IllegalArgumentException if {@code name} has another form than {@link #fresh(String)} takes
     */
    public static LamportClock fresh(String name, RandomGenerator random) {
        return new LamportClock(FreshNode.of(name, random));
    }

    /**
     * A clock that goes on after {@code last}, the timestamp of the node's last recorded event.
     *
     * @throws NullPointerException if {@code last} is null
     */
    public static LamportClock resume(LamportTimestamp last) {
        return new LamportClock(last);
    }

    /** The id of the node whose events this clock counts. */
    public String node() {
        return node;
    }

    /** The time of the last event; 0 before the first one. Records nothing. */
    public long time() {
        return time.get();
    }

    /** The timestamp of the last event; time 0 before the first one. Records nothing. */
    public LamportTimestamp snapshot() {
        return LamportTimestamp.of(node, time());
    }

    /**
     * Records an event inside the node.
     *
     * @throws ArithmeticException if the clock is at {@link Long#MAX_VALUE}
     */
    public LamportTimestamp tick() {
        return record(0);
    }

    /**
     * Records the sending of a message; the returned timestamp goes with it.
     *
     * @throws ArithmeticException if the clock is at {@link Long#MAX_VALUE}
     */
    public LamportTimestamp send() {
        return record(0);
    }

    /**
     * Records the receipt of a message: one more than the larger of this clock's time and the message's.
     *
     * @param remote the timestamp that came with the message; a time above 2<sup>52</sup> counts as 0
     * @throws NullPointerException if {@code remote} is null
     * @throws ArithmeticException if the clock is at {@link Long#MAX_VALUE}
     */
    public LamportTimestamp receive(LamportTimestamp remote) {
        Objects.requireNonNull(remote, "remote");
        return record(remote.time() > Counters.MAX_CLAIM ? 0 : remote.time());
    }

    private LamportTimestamp record(long atLeast) {
        return LamportTimestamp.of(node, time.updateAndGet(now -> Math.addExact(Math.max(now, atLeast), 1)));
    }

    /** The text form of {@link #snapshot}. */
    @Override
    public String toString() {
        return snapshot().toString();
    }
}
