// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.event;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The vector clock of one event as a log has it: how many events of each node it knows of.
 *
 * <p>Node names are free text, and entries stand in the order of the log. Counters are from 0 to
 * {@link Long#MAX_VALUE}; a node without an entry counts 0. Immutable and thread-safe.
 */
public final class LoggedVector {
    private static final LoggedVector EMPTY = new LoggedVector(new String[0], new long[0]);

    /** Up to this many entries are compared with each other; more are put into a set. */
    private static final int FEW = 12;

    private final String[] nodes;
    private final long[] counters;

    private LoggedVector(String[] nodes, long[] counters) {
        this.nodes = nodes;
        this.counters = counters;
    }

    /** The vector of an event that has none. */
    public static LoggedVector empty() {
        return EMPTY;
    }

    /**
     * The vector with these entries.
     *
     * @throws IllegalArgumentException if a counter is negative
     */
    public static LoggedVector of(Map<String, Long> entries) {
        Builder builder = new Builder();
        entries.forEach(builder::add);
        return builder.build();
    }

    /** A builder without entries, for one vector after the other. */
    public static Builder builder() {
        return new Builder();
    }

    /** The number of entries. */
    public int size() {
        return nodes.length;
    }

    /** The node of entry {@code i}. */
    public String node(int i) {
        return nodes[i];
    }

    /** The counter of entry {@code i}. */
    public long counter(int i) {
        return counters[i];
    }

    /** How many events of {@code node} are known; takes O(n). */
    public long get(String node) {
        for (int i = 0; i < nodes.length; i++) {
            if (nodes[i].equals(node)) {
                return counters[i];
            }
        }
        return 0;
    }

    /** All entries in the order of the log, in a new map. */
    public Map<String, Long> toMap() {
        Map<String, Long> map = new LinkedHashMap<>();
        for (int i = 0; i < nodes.length; i++) {
            map.put(nodes[i], counters[i]);
        }
        return map;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LoggedVector that && toMap().equals(that.toMap());
    }

    @Override
    public int hashCode() {
        return toMap().hashCode();
    }

    @Override
    public String toString() {
        return toMap().toString();
    }

    /** Collects entries; not thread-safe. */
    public static final class Builder {
        private String[] nodes = new String[16];
        private long[] counters = new long[16];
        private int size;

        private Builder() {}

        /**
         * Adds an entry.
         *
         * @throws IllegalArgumentException if the counter is negative
         */
        public Builder add(String node, long counter) {
            if (counter < 0) {
                throw new IllegalArgumentException("the counter of '" + node + "' is " + counter + ", not a count");
            }
            if (size == nodes.length) {
                nodes = Arrays.copyOf(nodes, 2 * size);
                counters = Arrays.copyOf(counters, 2 * size);
            }
            nodes[size] = Objects.requireNonNull(node, "node");
            counters[size++] = counter;
            return this;
        }

        /**
         * The vector with the entries added since the last call; this builder is empty again.
         *
         * @throws IllegalArgumentException if a node was added twice
         */
        public LoggedVector build() {
            String twice = size <= FEW ? repeatedAmongFew() : repeatedAmongMany();
            int entries = size;
            size = 0;
            if (twice != null) {
                throw new IllegalArgumentException("'" + twice + "' stands twice in one vector");
            }
            return entries == 0
                    ? EMPTY
                    : new LoggedVector(Arrays.copyOf(nodes, entries), Arrays.copyOf(counters, entries));
        }

        private @Nullable String repeatedAmongFew() {
            for (int i = 1; i < size; i++) {
                for (int j = 0; j < i; j++) {
                    if (nodes[i].equals(nodes[j])) {
                        return nodes[i];
                    }
                }
            }
            return null;
        }

        private @Nullable String repeatedAmongMany() {
            Set<String> seen = new HashSet<>();
            for (int i = 0; i < size; i++) {
                if (!seen.add(nodes[i])) {
                    return nodes[i];
                }
            }
            return null;
        }
    }
}
