// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.testkit;

/**
 * How an implementation of clocks is called, so that an {@link Execution} can be replayed on it.
 *
 * @param <C> the clock of one node
 * @param <T> its timestamps, which are immutable
 */
public interface ClockOperations<C, T> {
    /** A clock of a node that has recorded nothing. */
    C create(String node);

    /**
     * A clock of {@code node} that goes on after {@code last}: the node's last timestamp, or that of a parent which
     * this node is forked off.
     */
    C resume(String node, T last);

    /** Records an event inside the node and returns its timestamp. */
    T tick(C clock);

    /** Records the sending of a message and returns the timestamp that goes with it. */
    T send(C clock);

    /** Records the receipt of a message and returns the timestamp of the receipt. */
    T receive(C clock, T remote);
}
