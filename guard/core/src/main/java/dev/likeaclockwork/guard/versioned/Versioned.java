// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.versioned;

import dev.likeaclockwork.CausalityRelation;
import dev.likeaclockwork.Dot;
import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.guard.event.EventStamp;
import dev.likeaclockwork.guard.state.Codec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A value with all its concurrent siblings: the values that no later write replaced (dotted version vectors, Preguiça
 * et al. 2010).
 *
 * <p>A writer passes the {@link #context} that it had read. Its value replaces the siblings that it had read and
 * becomes a sibling of the others. No accepted value is therefore lost until a writer that had read it replaces it, and
 * any number of writers through one node create no more siblings than there were concurrent writes.
 *
 * <p>Immutable and thread-safe if the values are.
 */
public final class Versioned<T> {
    /** The number of siblings from which on a value is {@linkplain #isCrowded crowded}. */
    public static final int CROWDED = 25;

    /** The largest number of siblings. */
    public static final int MAX_SIBLINGS = 100;

    private final VectorTimestamp context;

    /** The siblings in order of Lamport times; unmodifiable. */
    private final List<Version<T>> siblings;

    private Versioned(VectorTimestamp context, Collection<Version<T>> siblings) {
        this.context = context;
        this.siblings = siblings.stream().sorted(Version.LAMPORT_ORDER).toList();
    }

    /** A value that was never written. */
    public static <T> Versioned<T> none() {
        return new Versioned<>(VectorTimestamp.empty(), List.of());
    }

    /** The codec of versioned values, for a codec of values; {@code docs/guard.md} specifies the binary form. */
    public static <T> Codec<Versioned<T>> codec(Codec<T> values) {
        return new VersionedCodec<>(Objects.requireNonNull(values, "values"));
    }

    static <T> Versioned<T> of(VectorTimestamp context, List<Version<T>> siblings) {
        for (Version<T> sibling : siblings) {
            if (!isKnown(sibling, context)) {
                throw new IllegalArgumentException("the context " + context + " does not know " + sibling.dot());
            }
        }
        return new Versioned<>(context, siblings);
    }

    /**
     * The timestamp of all versions that this value has or ever had, which a reader returns when it writes. Its text
     * form can serve as an ETag.
     */
    public VectorTimestamp context() {
        return context;
    }

    /** The values that no later write replaced, in order of Lamport times; unmodifiable. */
    public List<Version<T>> siblings() {
        return siblings;
    }

    /** The value, if there is exactly one. */
    public Optional<T> single() {
        return siblings.size() == 1 ? Optional.of(siblings.get(0).value()) : Optional.empty();
    }

    /** Whether there is more than one sibling. */
    public boolean isConflict() {
        return siblings.size() > 1;
    }

    /** Whether there are {@value #CROWDED} siblings or more, a sign that nobody merges them. */
    public boolean isCrowded() {
        return siblings.size() >= CROWDED;
    }

    /**
     * Writes a value. It replaces the siblings that its writer had read and is kept beside the others.
     *
     * @param owner the node that accepts the write: the owner or replica of the resource. A node must never accept two
     *     writes at once
     * @param read the {@link #context} that the writer had read; empty if it had read nothing
     * @throws NullPointerException if an argument is null
     * @throws IllegalArgumentException if {@code read} names versions that this value never had. It then belongs to
     *     another value or to a replica that is not {@linkplain #merge merged} yet, or this value was lost and restored
     */
    public PutOutcome<T> put(String owner, VectorTimestamp read, T value) {
        checkKnown(read);
        List<Version<T>> kept = new ArrayList<>();
        for (Version<T> sibling : siblings) {
            if (!isKnown(sibling, read)) {
                kept.add(sibling);
            }
        }
        if (kept.size() >= MAX_SIBLINGS) {
            return new PutOutcome.Full<>(this);
        }
        Dot dot = new Dot(owner, context.get(owner) + 1);
        VectorTimestamp dotOnly = VectorTimestamp.of(Map.of(dot.node(), dot.counter()));
        Version<T> version = new Version<>(dot, EventStamp.depth(read.merge(dotOnly)), value);
        kept.add(version);
        Versioned<T> now = new Versioned<>(context.merge(dotOnly), kept);
        return now.isConflict() ? new PutOutcome.Siblings<>(now, version) : new PutOutcome.Accepted<>(now, version);
    }

    /** Writes a value like {@link #put} if its writer had read all siblings, and otherwise refuses it as stale. */
    public PutOutcome<T> putIfCurrent(String owner, VectorTimestamp read, T value) {
        checkKnown(read);
        return siblings.stream().allMatch(sibling -> isKnown(sibling, read))
                ? put(owner, read, value)
                : new PutOutcome.Stale<>(this);
    }

    private void checkKnown(VectorTimestamp read) {
        if (!isAtOrBefore(read, context)) {
            throw new IllegalArgumentException(
                    "the context " + read + " names versions that this value never had, whose context is " + context
                            + ": it belongs to another value or replica, or this value was lost and restored");
        }
    }

    private static boolean isAtOrBefore(VectorTimestamp a, VectorTimestamp b) {
        CausalityRelation relation = a.relationTo(b);
        return relation == CausalityRelation.HAPPENS_BEFORE || relation == CausalityRelation.EQUAL;
    }

    /**
     * Merges this value with that of another replica: the siblings that neither replica has replaced. Commutative,
     * associative and idempotent. The result may have more than {@link #MAX_SIBLINGS}, since all of them were accepted.
     */
    public Versioned<T> merge(Versioned<T> other) {
        List<Version<T>> merged = new ArrayList<>();
        for (Version<T> sibling : siblings) {
            if (!isKnown(sibling, other.context) || other.holds(sibling.dot())) {
                merged.add(sibling);
            }
        }
        for (Version<T> sibling : other.siblings) {
            if (!isKnown(sibling, context)) {
                merged.add(sibling);
            }
        }
        return new Versioned<>(context.merge(other.context), merged);
    }

    private boolean holds(Dot dot) {
        return siblings.stream().anyMatch(sibling -> sibling.dot().equals(dot));
    }

    private static boolean isKnown(Version<?> version, VectorTimestamp context) {
        return version.dot().counter() <= context.get(version.dot().node());
    }

    /** Whether both have the same siblings and context. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Versioned<?> that && context.equals(that.context) && siblings.equals(that.siblings);
    }

    @Override
    public int hashCode() {
        return Objects.hash(context, siblings);
    }

    /** All siblings with their dots, and the context. */
    @Override
    public String toString() {
        return siblings.stream().map(Version::toString).collect(Collectors.joining(" ∥ ", "", " [" + context + "]"));
    }
}
