// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0

/**
 * Causal deduplication with a conflict queue, versioned values, and the interface of the stores below both. The
 * packages {@code history} and {@code codec} are internal.
 */
@SuppressWarnings("requires-automatic")
module dev.likeaclockwork.guard {
    requires transitive dev.likeaclockwork.core;
    requires com.github.benmanes.caffeine;
    requires static transitive org.jspecify;

    exports dev.likeaclockwork.guard;
    exports dev.likeaclockwork.guard.event;
    exports dev.likeaclockwork.guard.memory;
    exports dev.likeaclockwork.guard.state;
    exports dev.likeaclockwork.guard.verdict;
    exports dev.likeaclockwork.guard.versioned;
}
