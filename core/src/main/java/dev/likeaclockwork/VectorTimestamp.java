// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork;

import dev.likeaclockwork.internal.codec.VectorText;
import dev.likeaclockwork.internal.vector.Counters;
import dev.likeaclockwork.internal.vector.Members;
import dev.likeaclockwork.internal.vector.NodeId;
import dev.likeaclockwork.internal.vector.SharedVector;
import dev.likeaclockwork.internal.vector.VectorComparison;
import dev.likeaclockwork.wire.MalformedCausalityException;
import dev.likeaclockwork.wire.WireLimits;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ObjLongConsumer;
import java.util.stream.IntStream;

/**
 * The number of events of each node that happened before, or are, one event (Fidge 1988, Mattern 1989).
 *
 * <p>{@link #relationTo} answers from two timestamps alone whether one event may have caused the other; no
 * representation with fewer entries than nodes could (Charron-Bost 1991). Causality is a partial order, so this class
 * is not {@code Comparable}. A node without an entry counts 0: {@code a=1} and {@code a=1,b=0} are {@linkplain #equals
 * equal}. Entries of 0 are kept all the same, and written, because existing peers write them.
 *
 * <p>Counters are never negative; up to 2<sup>53</sup>-1 they can be written by a transport. This class is immutable
 * and thread-safe. A timestamp of n entries takes about 8n bytes, and one that a clock handed out without a receive
 * since the one before takes 24. A timestamp that was read from a text header of new nodes keeps the header, and passes
 * it on.
 */
public final class VectorTimestamp {
    /** Of 2<sup>64</sup>: a multiplication by it spreads neighbouring numbers (Knuth 1973, section 6.4). */
    private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

    /** The timestamp of no event: all counters are 0. */
    static final VectorTimestamp NO_EVENTS = of(Map.of());

    final SharedVector shared;

    /** The counter of the shared vector's owner; 0 where it has none. */
    final long own;

    VectorTimestamp(SharedVector shared, long own) {
        this.shared = shared;
        this.own = own;
    }

    /** The timestamp of no event: all counters are 0. */
    public static VectorTimestamp empty() {
        return NO_EVENTS;
    }

    /**
     * The timestamp with these counters.
     *
     * @param counters from node id to counter; copied; its entries of 0 are kept
     * @throws NullPointerException if the map, an id or a counter is null
     * @throws IllegalArgumentException if an id is no node id or a counter is negative
     */
    public static VectorTimestamp of(Map<String, Long> counters) {
        Objects.requireNonNull(counters, "counters");
        Map<String, Long> copy = new LinkedHashMap<>(counters);
        copy.forEach((node, counter) -> {
            NodeId.check("node", node);
            Counters.check("counter of node '" + node + "'", Objects.requireNonNull(counter, "counter of " + node));
        });
        Members members = Members.of(copy.keySet());
        long[] sorted = new long[members.size()];
        copy.forEach((node, counter) -> sorted[members.indexOf(node)] = counter);
        return from(SharedVector.of(members, sorted));
    }

    /**
     * The least timestamp that knows every event that one of {@code timestamps} knows: the largest counter of each
     * node. {@link #empty} for none of them, and the same object for a single one. Takes O(n) for n entries of all of
     * them, and O(m log m) for m distinct nodes.
     *
     * @throws NullPointerException if the collection or a timestamp is null
     */
    public static VectorTimestamp mergeAll(Collection<VectorTimestamp> timestamps) {
        if (timestamps.size() == 1) {
            return Objects.requireNonNull(timestamps.iterator().next(), "timestamp");
        }
        Map<String, Long> counters = new HashMap<>();
        for (VectorTimestamp timestamp : timestamps) {
            timestamp.forEach((node, counter) -> counters.merge(node, counter, Math::max));
        }
        return counters.isEmpty() ? NO_EVENTS : of(counters);
    }

    /** The timestamp of a vector without an owner. */
    static VectorTimestamp from(SharedVector decoded) {
        return new VectorTimestamp(decoded, 0);
    }

    /**
     * Reads the text form, {@code a=1,b=0}, within {@link WireLimits#DEFAULT}.
     *
     * @throws NullPointerException if {@code text} is null
     * @throws MalformedCausalityException if {@code text} does not follow rule by rule what the wire format says
     */
    public static VectorTimestamp parse(String text) {
        return from(VectorText.decode(TextTransport.VECTOR_HEADER, text, WireLimits.DEFAULT));
    }

    /** The number of entries, those of 0 included. */
    public int size() {
        return shared.members.size();
    }

    /** The ids of all entries in order, those of 0 included; unmodifiable. */
    public List<String> nodes() {
        return IntStream.range(0, size()).mapToObj(shared.members::id).toList();
    }

    /**
     * The number of {@code node}'s events that this timestamp knows of; 0 for a node without an entry. Takes O(log n),
     * and O(1) for the node whose clock made it.
     *
     * @throws NullPointerException if {@code node} is null
     */
    public long get(String node) {
        Objects.requireNonNull(node, "node");
        if (shared.owner >= 0 && node.equals(shared.members.id(shared.owner))) {
            return own;
        }
        int index = shared.members.indexOf(node);
        return index < 0 ? 0 : shared.counters[index];
    }

    /** Calls {@code action} with each id and counter in the order of the ids, entries of 0 included. */
    public void forEach(ObjLongConsumer<? super String> action) {
        Objects.requireNonNull(action, "action");
        for (int i = 0; i < size(); i++) {
            action.accept(shared.members.id(i), shared.counter(i, own));
        }
    }

    /** All entries, those of 0 included, in a new unmodifiable map. */
    public NavigableMap<String, Long> toMap() {
        NavigableMap<String, Long> map = new TreeMap<>();
        forEach(map::put);
        return Collections.unmodifiableNavigableMap(map);
    }

    /**
     * How the event of this timestamp relates to that of {@code other}.
     *
     * <p>{@link CausalityRelation#HAPPENS_BEFORE} if no counter here is larger than there, and one is smaller. Takes
     * O(n), and O(1) for two timestamps of one clock without a receive between them; allocates nothing.
     *
     * @throws NullPointerException if {@code other} is null
     */
    public CausalityRelation relationTo(VectorTimestamp other) {
        int comparison = VectorComparison.of(shared, own, other.shared, other.own);
        return CausalityRelation.of(Counters.isBehind(comparison), Counters.isAhead(comparison));
    }

    /**
     * Whether the event of this timestamp happened before that of {@code other}, which then knows of it.
     *
     * @throws NullPointerException if {@code other} is null
     */
    public boolean happensBefore(VectorTimestamp other) {
        return relationTo(other) == CausalityRelation.HAPPENS_BEFORE;
    }

    /**
     * Whether neither event knows of the other, so that neither can have caused the other.
     *
     * @throws NullPointerException if {@code other} is null
     */
    public boolean isConcurrentWith(VectorTimestamp other) {
        return relationTo(other) == CausalityRelation.CONCURRENT;
    }

    /**
     * Whether one event is the event of this timestamp or happened before it. Costs as much as {@link #get}.
     *
     * @throws NullPointerException if {@code dot} is null
     */
    public boolean knows(Dot dot) {
        return get(dot.node()) >= dot.counter();
    }

    /**
     * The least timestamp that knows every event that one of the two knows: the larger counter of each node.
     * Idempotent, commutative and associative. Takes O(n).
     *
     * @throws NullPointerException if {@code other} is null
     */
    public VectorTimestamp merge(VectorTimestamp other) {
        Members union = shared.members.union(other.shared.members);
        long[] merged = new long[union.size()];
        shared.raise(merged, union, own);
        other.shared.raise(merged, union, other.own);
        return from(SharedVector.of(union, merged));
    }

    /** Whether both know exactly the same events: {@link #relationTo} says {@link CausalityRelation#EQUAL}. */
    @Override
    public boolean equals(Object other) {
        return other instanceof VectorTimestamp that && relationTo(that) == CausalityRelation.EQUAL;
    }

    /** Independent of entries of 0, as equality is. */
    @Override
    public int hashCode() {
        int hash = 0;
        for (int i = 0; i < size(); i++) {
            long counter = shared.counter(i, own);
            hash += counter == 0 ? 0 : hash(shared.members.id(i), counter);
        }
        return hash;
    }

    /** Timestamps of one execution have the same few nodes, and small counters that often have the same sum. */
    private static int hash(String node, long counter) {
        return Long.hashCode(GOLDEN_RATIO * (((long) node.hashCode() << 32) + counter));
    }

    /**
     * The text form, {@code a=1,b=0}, sorted by node id; {@link #parse} reads it for counters up to 2<sup>53</sup>-1.
     */
    @Override
    public String toString() {
        return VectorText.format(shared, own);
    }

    /** The counters in the order of members that contain this one's; to be read only. */
    long[] alignedTo(Members superset) {
        return shared.alignedTo(superset, own);
    }
}
