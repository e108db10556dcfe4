// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork;

import dev.likeaclockwork.internal.vector.Counters;
import dev.likeaclockwork.internal.vector.Members;
import dev.likeaclockwork.internal.vector.NodeId;
import dev.likeaclockwork.internal.vector.SharedVector;
import java.util.Objects;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * The vector clock of one node: how many events of each node it knows of (Fidge 1988, Mattern 1989).
 *
 * <p>{@link #fresh} makes the usual clock. Its node is new with each start, so that no event of an earlier start can
 * have its number. A fixed name is for services that store their last timestamp and {@link #resume} from it.
 *
 * <p><b>HAZARD: a clock that starts from zero under an old name.</b> After three events and a restart, the first event
 * of {@code new VectorClock("payment")} is {@code payment:1} a second time. A receiver that drops duplicates has seen
 * {@code payment:1} and drops the new event, as it must.
 *
 * <p>Each of {@link #tick}, {@link #send} and {@link #receive} records one event and returns that event's timestamp. Of
 * two events of clocks that pass their timestamps along with their messages, one happened before the other if and only
 * if {@link VectorTimestamp#relationTo} says so: the strong clock condition. The timestamps of one clock strictly
 * increase.
 *
 * <p>This class is thread-safe and linearizable: threads that share a clock record their events in one order, and no
 * two events get one timestamp. No lock is held, but a thread may wait briefly while another one publishes a receive
 * that brought news. {@code tick} and {@code send} cost O(1) and one small object at any number of nodes;
 * {@code receive} and {@code merge} cost O(n) and copy the vector only if the message brought news.
 *
 * <p><b>HAZARD: a peer that knows more of this node than the node itself.</b> A clock that started from zero under an
 * old name finds its old counter in a received timestamp. It adopts that counter, so that no number is used twice from
 * then on. It ignores a counter above 2<sup>52</sup>, which is forged. No clock can detect that two <em>live</em>
 * clocks have one node id. At {@link Long#MAX_VALUE} every verb throws {@link ArithmeticException} and changes nothing.
 */
public final class VectorClock {
    /** Looks at the next epoch before a thread gives way to the one that is about to publish it. */
    private static final int SPINS = 100;

    private final String node;

    /** Makes an epoch from 0; replaced by tests that inject a fault. */
    private final Function<SharedVector, Epoch> epochs;

    private volatile Epoch epoch;

    /**
     * A clock of a fixed node that has recorded nothing. If the node recorded events before, use {@link #resume}.
     *
     * @param node the id of the node: 1 to 128 visible ASCII characters other than {@code ,} and {@code =}
     * @param peers the nodes that are known beforehand, which its timestamps name from the start with 0; others are
     *     learned on receive. To name one twice, or {@code node} itself, changes nothing
     * @throws NullPointerException if an argument is null
     * @throws IllegalArgumentException if an argument is no node id
     */
    public VectorClock(String node, String... peers) {
        this(node, members(node, peers), VectorTimestamp.NO_EVENTS, Epoch::new);
    }

    VectorClock(String node, Members members, VectorTimestamp last, Function<SharedVector, Epoch> epochs) {
        long[] counters = last.alignedTo(members);
        int owner = members.indexOf(node);
        this.node = members.id(owner);
        this.epochs = epochs;
        Epoch first = epochs.apply(new SharedVector(members, counters, owner, last.shared.receivedText()));
        first.start(counters[owner]);
        this.epoch = first;
    }

    private static Members members(String node, String... peers) {
        NodeId.check("node", node);
        for (String peer : peers) {
            NodeId.check("peers", peer);
        }
        return peers.length == 0
                ? Members.of(node)
                : Members.of(Stream.concat(Stream.of(node), Stream.of(peers)).toList());
    }

    /**
     * A clock of a new node, {@code name/<13 characters>}, that has recorded nothing: the usual clock of a process.
     *
     * @param name the name that all starts of a service share: 1 to 114 visible ASCII characters other than {@code ,},
     *     {@code =} and {@code /}
     * @throws NullPointerException if {@code name} is null
     * @throws IllegalArgumentException if {@code name} has another form
     */
    public static VectorClock fresh(String name) {
        return fresh(name, FreshNode.SECURE_RANDOM);
    }

    /**
     * A clock of a new node, with the 64 random bits of its id from {@code random}: for tests that repeat.
     *
     * @throws NullPointerException if an argument is null
     * @throws IllegalArgumentException if {@code name} has another form than {@link #fresh(String)} takes
     */
    public static VectorClock fresh(String name, RandomGenerator random) {
        return new VectorClock(FreshNode.of(name, random));
    }

    /**
     * A clock that goes on after {@code last}, the timestamp of the node's last recorded event.
     *
     * @param node the id of the node, which {@code last} need not name
     * @throws NullPointerException if an argument is null
     * @throws IllegalArgumentException if {@code node} is no node id
     */
    public static VectorClock resume(String node, VectorTimestamp last) {
        NodeId.check("node", node);
        return new VectorClock(node, last.shared.members.with(node), last, Epoch::new);
    }

    /** The id of the node whose events this clock counts. */
    public String node() {
        return node;
    }

    /** What this clock knows at the moment. Records nothing. */
    public VectorTimestamp snapshot() {
        for (int attempt = 0; ; attempt++) {
            Epoch now = epoch;
            long count = now.count();
            if (count >= 0) {
                return new VectorTimestamp(now.base, count);
            }
            pause(attempt);
        }
    }

    /**
     * How what this clock knows at the moment relates to what {@code other} knows.
     *
     * @throws NullPointerException if {@code other} is null
     */
    public CausalityRelation relationTo(VectorClock other) {
        return snapshot().relationTo(other.snapshot());
    }

    /**
     * Records an event inside the node.
     *
     * @throws ArithmeticException if this node's counter is at {@link Long#MAX_VALUE}
     */
    public VectorTimestamp tick() {
        for (int attempt = 0; ; attempt++) {
            Epoch now = epoch;
            long count = now.next();
            if (count > 0) {
                return new VectorTimestamp(now.base, count);
            }
            pause(attempt);
        }
    }

    /**
     * Records the sending of a message; the returned timestamp goes with it.
     *
     * @throws ArithmeticException if this node's counter is at {@link Long#MAX_VALUE}
     */
    public VectorTimestamp send() {
        return tick();
    }

    /**
     * Records the receipt of a message: joins what its sender knew, and counts one event.
     *
     * @param remote the timestamp that came with the message
     * @throws NullPointerException if {@code remote} is null
     * @throws ArithmeticException if this node's counter is at {@link Long#MAX_VALUE}
     */
    public VectorTimestamp receive(VectorTimestamp remote) {
        return join(remote, 1);
    }

    /**
     * Joins what {@code remote} knows without recording an event, as for a state that is taken over rather than
     * received as a message. Returns what this clock knows then.
     *
     * @throws NullPointerException if {@code remote} is null
     */
    public VectorTimestamp merge(VectorTimestamp remote) {
        return join(remote, 0);
    }

    private VectorTimestamp join(VectorTimestamp remote, int events) {
        Objects.requireNonNull(remote, "remote");
        long claim = claim(epoch.base, remote);
        for (int attempt = 0; ; attempt++) {
            Epoch now = epoch;
            SharedVector joined = now.base.join(remote.shared, remote.own);
            long count = joined == now.base && claim <= now.count()
                    ? (events == 0 ? now.count() : now.next())
                    : replace(now, joined, claim, events);
            if (count > 0 || (count == 0 && events == 0)) {
                return new VectorTimestamp(joined, count);
            }
            pause(attempt);
        }
    }

    /** What {@code remote} says that this node has counted, where that can be true. */
    private long claim(SharedVector mine, VectorTimestamp remote) {
        long claim = mine.members == remote.shared.members
                ? remote.shared.counter(mine.owner, remote.own)
                : remote.get(node);
        return claim > Counters.MAX_CLAIM ? 0 : claim;
    }

    /** Starts the next epoch and returns this node's counter in it; negative if another thread was first. */
    private long replace(Epoch now, SharedVector joined, long claim, int events) {
        Epoch next = epochs.apply(joined); // before freezing: an error here must not leave the counter frozen
        long last = now.freeze();
        if (last < 0) {
            return last;
        }
        if (events > 0 && last == Long.MAX_VALUE) {
            now.start(last);
            return now.next();
        }
        long count = Math.max(last, claim) + events;
        next.start(count);
        epoch = next;
        return count;
    }

    /** Correct without it; it only hands the processor to a thread that was stopped between freezing and publishing. */
    @SuppressWarnings("ThreadPriorityCheck")
    private static void pause(int attempt) {
        if (attempt < SPINS) {
            Thread.onSpinWait();
        } else {
            Thread.yield();
        }
    }

    /** The text form of {@link #snapshot}. */
    @Override
    public String toString() {
        return snapshot().toString();
    }
}
