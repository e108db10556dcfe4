// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork;

import dev.likeaclockwork.wire.MalformedCausalityException;
import dev.likeaclockwork.wire.WireLimits;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ObjLongConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

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
 * since the one before takes 24. What was read from a text header of new nodes keeps the header, which is passed on
 * without writing it anew.
 */
public final class VectorTimestamp {
    /** Of 2<sup>64</sup>: a multiplication by it spreads neighbouring numbers (Knuth 1973, section 6.4). */
    private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

    /** The timestamp of no event: all counters are 0. */
    static final VectorTimestamp NO_EVENTS = of(Map.of());

    final Base base;

    /** The counter of the base's owner; 0 where the base has none. */
    final long own;

    VectorTimestamp(Base base, long own) {
        this.base = base;
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
        counters.forEach((node, counter) -> {
            NodeId.check("node", node);
            Counters.check("counter of node '" + node + "'", Objects.requireNonNull(counter, "counter of " + node));
        });
        Membership members = Membership.of(counters.keySet());
        long[] sorted = new long[members.size()];
        counters.forEach((node, counter) -> sorted[members.indexOf(node)] = counter);
        return of(members, sorted);
    }

    /** A timestamp that no clock of this process made; takes the array over. */
    static VectorTimestamp of(Membership members, long[] counters) {
        return of(members, counters, null);
    }

    /** One that {@code text} says, if there is one; takes the array over. */
    static VectorTimestamp of(Membership members, long[] counters, @Nullable String text) {
        return new VectorTimestamp(new Base(members, counters, Base.NO_OWNER, text), 0);
    }

    /**
     * Reads the text form, {@code a=1,b=0}, within {@link WireLimits#DEFAULT}.
     *
     * @throws NullPointerException if {@code text} is null
     * @throws MalformedCausalityException if {@code text} does not follow rule by rule what the wire format says
     */
    public static VectorTimestamp parse(String text) {
        return VectorText.decode(TextTransport.VECTOR_HEADER, text, WireLimits.DEFAULT);
    }

    /** The number of entries, those of 0 included. */
    public int size() {
        return base.members.size();
    }

    /** The ids of all entries in order, those of 0 included; unmodifiable. */
    public List<String> nodes() {
        return IntStream.range(0, size()).mapToObj(base.members::id).toList();
    }

    /**
     * The number of {@code node}'s events that this timestamp knows of; 0 for a node without an entry. Takes O(log n),
     * and O(1) for the node whose clock made it.
     *
     * @throws NullPointerException if {@code node} is null
     */
    public long get(String node) {
        Objects.requireNonNull(node, "node");
        if (base.owner >= 0 && node.equals(base.members.id(base.owner))) {
            return own;
        }
        int index = base.members.indexOf(node);
        return index < 0 ? 0 : counter(index);
    }

    /** Calls {@code action} with each id and counter in the order of the ids, entries of 0 included. */
    public void forEach(ObjLongConsumer<? super String> action) {
        Objects.requireNonNull(action, "action");
        for (int i = 0; i < size(); i++) {
            action.accept(base.members.id(i), counter(i));
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
        return Counters.relation(VectorComparison.of(this, other));
    }

    /**
     * The timestamp that knows what either of the two knows: the larger counter of each node. Idempotent, commutative
     * and associative; an upper bound of both, and the least one. Takes O(n).
     *
     * @throws NullPointerException if {@code other} is null
     */
    public VectorTimestamp merge(VectorTimestamp other) {
        Membership union = base.members.union(other.base.members);
        long[] merged = new long[union.size()];
        raise(merged, union);
        other.raise(merged, union);
        return of(union, merged);
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
            long counter = counter(i);
            hash += counter == 0 ? 0 : hash(base.members.id(i), counter);
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
        return VectorText.format(this);
    }

    /** The header that it was read from; null if there is none, or none that is known. */
    @Nullable
    String text() {
        return base.owner < 0 ? base.text : null;
    }

    long counter(int index) {
        return index == base.owner ? own : base.counters[index];
    }

    /** The counters in the order of a membership that contains this one's; to be read only. */
    long[] alignedTo(Membership superset) {
        boolean exact = base.owner < 0 || base.counters[base.owner] == own;
        if (exact && superset == base.members) {
            return base.counters;
        }
        long[] aligned = base.members.align(base.counters, superset);
        if (base.owner >= 0) {
            aligned[ownerIn(superset)] = own;
        }
        return aligned;
    }

    /** Raises counters in the order of a membership that contains this one's to what this timestamp knows. */
    void raise(long[] raised, Membership superset) {
        if (base.owner < 0) {
            base.members.raise(raised, superset, base.counters);
        } else {
            int place = ownerIn(superset);
            long owners = Math.max(raised[place], own);
            base.members.raise(raised, superset, base.counters);
            raised[place] = owners;
        }
    }

    private int ownerIn(Membership superset) {
        return superset == base.members ? base.owner : superset.indexOf(base.members.id(base.owner));
    }
}
