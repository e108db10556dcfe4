// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime.metrics;

import dev.likeaclockwork.wire.MalformedCausalityException;

/** Why a stamp from outside was treated as absent. */
public enum Rejection {
    /** It is longer than the limit allows. */
    TOO_LARGE,
    /** It has more entries than the limit allows. */
    TOO_MANY_ENTRIES,
    /** It does not follow the wire format. */
    MALFORMED,
    /** The carrier threw when it was asked. */
    UNREADABLE;

    public static Rejection of(MalformedCausalityException refusal) {
        if (refusal.reason().startsWith("size ")) {
            return TOO_LARGE;
        }
        return refusal.reason().startsWith("the number of entries") ? TOO_MANY_ENTRIES : MALFORMED;
    }
}
