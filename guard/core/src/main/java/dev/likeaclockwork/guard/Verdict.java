// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard;

/** What an incoming event is to the events of its key that were processed before it. */
public enum Verdict {
    /** It was never processed, and happened after all that was. */
    NEW,
    /** This very event was processed. */
    DUPLICATE,
    /** It was never processed, and happened before something that was: it is late. */
    STALE,
    /** It was never processed, and neither knows of all that was processed nor is known by any of it. */
    CONCURRENT,
    /** The evidence for any other verdict is missing; {@link Judgement#doubt} says why. */
    UNKNOWN
}
