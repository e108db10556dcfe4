// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.verdict;

/** How an incoming event relates to the events of its key that were processed before it. */
public enum Verdict {
    /** The event was never processed, and happened after all processed events. */
    NEW,
    /** This very event was processed. */
    DUPLICATE,
    /** The event was never processed, and happened before a processed event: it is late. */
    STALE,
    /** The event was never processed, and is concurrent with processed events without being before any of them. */
    CONCURRENT,
    /** The evidence for any other verdict is missing; {@link Judgement#doubt} gives the reason. */
    UNKNOWN
}
