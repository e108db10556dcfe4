// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime;

/** The trust boundary of a service: the treatment of inbound causality. */
public enum EdgePolicy {
    /** Merges inbound timestamps, and writes timestamps to replies. For requests of trusted services; the default. */
    TRUST,
    /**
     * Starts without a past; the first event has the inbound timestamp in its field {@code untrusted_vector}, where it
     * orders nothing. Writes no timestamps to replies. For requests of untrusted peers whose timestamps may help to
     * investigate.
     */
    RESTART,
    /** Ignores inbound timestamps, and writes none to replies. For requests of untrusted peers. */
    DROP
}
