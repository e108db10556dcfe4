// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork;

/** The text form of vector timestamps: {@code a=1,b=0}, sorted by node id. */
final class VectorText {
    private VectorText() {}

    static VectorTimestamp decode(String header, String text, WireLimits limits) {
        VectorTimestamp known = KnownText.decode(text, limits);
        if (known != null) {
            return known;
        }
        VectorTimestamp read = new TextEntries(header, text, limits).read();
        Memberships.remember(KnownText.signature(text), read.base.members);
        return read;
    }

    /** The form that travels. */
    static String encode(VectorTimestamp timestamp) {
        KnownText known = timestamp.base.members.text();
        if (known != null) {
            return known.write(timestamp);
        }
        timestamp.forEach(Counters::checkOnWire);
        return format(timestamp);
    }

    /** The text form with counters of any size. */
    static String format(VectorTimestamp timestamp) {
        StringBuilder text = new StringBuilder();
        timestamp.forEach((node, counter) ->
                text.append(text.isEmpty() ? "" : ",").append(node).append('=').append(counter));
        return text.toString();
    }
}
