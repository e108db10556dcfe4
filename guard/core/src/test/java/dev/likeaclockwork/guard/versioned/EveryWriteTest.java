// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.versioned;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeaclockwork.VectorTimestamp;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

/**
 * Every run of some operations of three writers on two replicas: a writer reads from a replica or writes to one what
 * follows from its last read, and replicas merge in either direction. Answers and messages that are lost are operations
 * that do not happen.
 *
 * <p>Ground truth is the set of writes that each write knew: a sibling is a write that no other write at the replica
 * knew.
 */
class EveryWriteTest {
    /** The profile {@code models} takes 7. */
    private static final int OPERATIONS = Integer.getInteger("guard.puts", 5);

    private static final int WRITERS = 3;
    private static final int REPLICAS = 2;

    private long steps;

    /** For each write the writes that its writer knew. */
    private final BitSet[] past = new BitSet[OPERATIONS];

    @SuppressWarnings("ArrayRecordComponent")
    private record State(Versioned<Integer>[] replicas, BitSet[] received, VectorTimestamp[] contexts, BitSet[] read) {
        State copy() {
            return new State(replicas.clone(), received.clone(), contexts.clone(), read.clone());
        }
    }

    @Test
    @SuppressWarnings("unchecked")
    void acceptedWrite_isASiblingUntilAWriterThatKnewItReplacesIt() {
        State start = new State(
                (Versioned<Integer>[]) new Versioned<?>[] {Versioned.none(), Versioned.none()},
                new BitSet[] {new BitSet(), new BitSet()},
                new VectorTimestamp[] {VectorTimestamp.empty(), VectorTimestamp.empty(), VectorTimestamp.empty()},
                new BitSet[] {new BitSet(), new BitSet(), new BitSet()});
        run(start, 0, OPERATIONS);

        assertThat(steps).isGreaterThan(100_000);
    }

    private void run(State state, int writes, int left) {
        if (left == 0) {
            return;
        }
        for (int replica = 0; replica < REPLICAS; replica++) {
            for (int writer = 0; writer < WRITERS; writer++) {
                read(state, writer, replica, writes, left);
                write(state, writer, replica, writes, left);
            }
            merge(state, replica, 1 - replica, writes, left);
        }
    }

    private void read(State state, int writer, int replica, int writes, int left) {
        State next = state.copy();
        next.contexts()[writer] = state.replicas()[replica].context();
        next.read()[writer] = state.received()[replica];
        run(next, writes, left - 1);
    }

    private void write(State state, int writer, int replica, int writes, int left) {
        steps++;
        BitSet unknown = (BitSet) state.read()[writer].clone();
        unknown.andNot(state.received()[replica]);
        State next = state.copy();
        try {
            next.replicas()[replica] = state.replicas()[replica]
                    .put("r" + replica, state.contexts()[writer], writes)
                    .now();
        } catch (IllegalArgumentException e) {
            assertThat(unknown.isEmpty()).as("refused although all was known").isFalse();
            return;
        }
        assertThat(unknown.isEmpty())
                .as("accepted although something was unknown")
                .isTrue();
        past[writes] = state.read()[writer];
        next.received()[replica] = (BitSet) state.received()[replica].clone();
        next.received()[replica].set(writes);
        check(next, replica);
        run(next, writes + 1, left - 1);
    }

    private void merge(State state, int to, int from, int writes, int left) {
        State next = state.copy();
        next.replicas()[to] = state.replicas()[to].merge(state.replicas()[from]);
        next.received()[to] = (BitSet) state.received()[to].clone();
        next.received()[to].or(state.received()[from]);
        check(next, to);
        run(next, writes, left - 1);
    }

    private void check(State state, int replica) {
        BitSet expected = (BitSet) state.received()[replica].clone();
        state.received()[replica].stream().forEach(write -> expected.andNot(past[write]));
        BitSet siblings = new BitSet();
        state.replicas()[replica].siblings().forEach(sibling -> siblings.set(sibling.value()));
        if (!siblings.equals(expected)) {
            throw new AssertionError(state.replicas()[replica] + " should have the siblings " + expected);
        }
    }
}
