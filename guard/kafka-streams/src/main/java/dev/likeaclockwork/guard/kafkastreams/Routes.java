// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.kafkastreams;

/** The names of the child processors that a guard forwards records to. */
record Routes(String processed, String queued, String dropped) {
    static Routes of(String name) {
        return new Routes(name + "-processed", name + "-queued", name + "-dropped");
    }
}
