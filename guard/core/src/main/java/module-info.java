// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0

/** Causal deduplication, a queue for conflicts, versioned values, and the stores that remember for them. */
@SuppressWarnings("requires-automatic")
module dev.likeaclockwork.guard {
    requires transitive dev.likeaclockwork.core;
    requires com.github.benmanes.caffeine;
    requires static transitive org.jspecify;

    exports dev.likeaclockwork.guard;
    exports dev.likeaclockwork.guard.memory;
}
