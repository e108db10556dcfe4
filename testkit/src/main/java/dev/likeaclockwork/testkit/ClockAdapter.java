// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.testkit;

/**
 * How to use clocks of some kind: the seam between the testkit and an implementation.
 *
 * @param <C> the clocks
 * @param <T> their timestamps, which never change
 */
public interface ClockAdapter<C, T> {
    /** A clock that has recorded nothing and knows no other node. */
    C start(String node);

    /** A clock that goes on after {@code last}, the timestamp of the node's last event. */
    C resume(String node, T last);

    /** Records an event inside the node, and returns its timestamp. */
    T tick(C clock);

    /** Records the sending of a message, and returns the timestamp that goes with it. */
    T send(C clock);

    /** Records the receipt of a message that came with {@code remote}, and returns the receipt's timestamp. */
    T receive(C clock, T remote);
}
