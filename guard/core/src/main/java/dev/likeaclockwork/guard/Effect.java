// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard;

/** What processing an event does. If it throws, it has done nothing. */
@FunctionalInterface
public interface Effect<E extends Exception> {
    /** Does it. */
    void run() throws E;
}
