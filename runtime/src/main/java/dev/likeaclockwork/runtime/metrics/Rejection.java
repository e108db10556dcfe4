// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime.metrics;

import dev.likeaclockwork.wire.MalformedCausalityException;

/** The reason for which an inbound timestamp was rejected and treated as absent. */
public enum Rejection {
    /** It exceeds the size limit. */
    TOO_LARGE,
    /** It exceeds the limit of entries. */
    TOO_MANY_ENTRIES,
    /** It does not follow the wire format. */
    MALFORMED,
    /** The carrier threw while it was read. */
    UNREADABLE;

    /** The reason for which a transport rejected a timestamp. */
    public static Rejection of(MalformedCausalityException malformed) {
        return switch (malformed.kind()) {
            case TOO_LARGE -> TOO_LARGE;
            case TOO_MANY_ENTRIES -> TOO_MANY_ENTRIES;
            case MALFORMED, ABSENT -> MALFORMED;
        };
    }
}
