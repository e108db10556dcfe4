// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard;

/** The effect of an event. An effect that throws counts as not having happened. */
@FunctionalInterface
public interface Effect<E extends Exception> {
    /** Runs the effect. */
    void run() throws E;
}
