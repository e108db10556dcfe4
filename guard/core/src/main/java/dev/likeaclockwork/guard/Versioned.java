// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard;

import dev.likeaclockwork.VectorTimestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A value with all its concurrent siblings: the values that no later write knew of (dotted version vectors, Preguiça et
 * al. 2010).
 *
 * <p>A writer says what it had read, by the {@link #context}; its value replaces the siblings that it had read and
 * stands beside the others. So nothing that was accepted is lost before somebody who knew it replaces it, and any
 * number of writers that go through one node make no more siblings than writes that were truly concurrent.
 *
 * <p>Immutable if the values are, and thread-safe.
 */
public final class Versioned<T> {
    /** From this number of siblings on, a value is {@linkplain #isCrowded crowded}. */
    public static final int CROWDED = 25;

    /** The largest number of siblings. */
    public static final int MAX_SIBLINGS = 100;

    private final VectorTimestamp context;

    /** In order of Lamport times; unmodifiable. */
    private final List<Version<T>> siblings;

    private Versioned(VectorTimestamp context, Collection<Version<T>> siblings) {
        this.context = context;
        this.siblings = siblings.stream().sorted(Version.LAMPORT_ORDER).toList();
    }

    /** A value that was never written. */
    public static <T> Versioned<T> none() {
        return new Versioned<>(VectorTimestamp.empty(), List.of());
    }

    /** The binary form, as {@code docs/guard.md} describes it, for values that have one. */
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
     * Names all versions that this value has or ever had: what a reader gives back when it writes. Its text form can
     * travel as an ETag.
     */
    public VectorTimestamp context() {
        return context;
    }

    /** The values that no later write knew of, in order of Lamport times; unmodifiable. */
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

    /** Whether there are so many siblings that somebody should look: {@value #CROWDED} or more. */
    public boolean isCrowded() {
        return siblings.size() >= CROWDED;
    }

    /**
     * Writes a value, which is kept as a sibling where its writer did not know all that is there.
     *
     * @param owner the node that accepts it: the owner or replica of the resource. One node must never accept two
     *     writes at once
     * @param read the {@link #context} that the writer had read; empty if it had read nothing
     * @throws NullPointerException if an argument is null
     * @throws IllegalArgumentException if {@code read} names versions that this value never had: it is another value's,
     *     or this one was lost, or another replica's that is not {@linkplain #merge merged} yet
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
        return now.isConflict() ? new PutOutcome.Conflict<>(now, version) : new PutOutcome.Accepted<>(now, version);
    }

    /** Writes a value if its writer knew all siblings; otherwise it is refused as stale. Else like {@link #put}. */
    public PutOutcome<T> putIfCurrent(String owner, VectorTimestamp read, T value) {
        checkKnown(read);
        return siblings.stream().allMatch(sibling -> isKnown(sibling, read))
                ? put(owner, read, value)
                : new PutOutcome.Stale<>(this);
    }

    private void checkKnown(VectorTimestamp read) {
        if (!Bound.atOrBefore(read, context)) {
            throw new IllegalArgumentException(
                    "the context " + read + " that was read names versions that this value never had,"
                            + " which has " + context
                            + ": it belongs to another value or replica, or this value was lost and restored");
        }
    }

    /**
     * This value with what another replica accepted: the siblings that neither replica knows to be replaced.
     * Commutative, associative and idempotent. May have more than {@link #MAX_SIBLINGS}, since all of them were
     * accepted.
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
