// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.testkit;

import dev.likeaclockwork.CausalityRelation;

/**
 * How to use vector clocks of some kind.
 *
 * @param <C> the clocks
 * @param <T> their timestamps, which never change
 */
public interface VectorClockAdapter<C, T> extends ClockAdapter<C, T> {
    /** How two timestamps relate. */
    CausalityRelation relation(T first, T second);

    /** The timestamp that knows what either of two knows. */
    T merge(T first, T second);
}
