// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime;

/** What a service does with causality that comes with requests: its trust boundary. */
public enum EdgePolicy {
    /** What came is joined, and replies are stamped. For requests of one's own services; the default. */
    TRUST,
    /**
     * A new past begins: what came orders nothing, but the first event notes it in its field {@code untrusted_vector}.
     * Replies are not stamped. For requests from strangers that may be asked about later.
     */
    RESTART,
    /** What came is not read, and replies are not stamped. For requests from strangers. */
    DROP
}
