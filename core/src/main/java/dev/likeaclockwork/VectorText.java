// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork;

/** The text form of vector timestamps: {@code a=1,b=0}, sorted by node id. */
final class VectorText {
    /** Builders that had to grow are not kept. */
    private static final int USUAL_LENGTH = 2048;

    private static final Spare<StringBuilder> BUILDERS = new Spare<>(() -> new StringBuilder(USUAL_LENGTH));

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
        StringBuilder text = BUILDERS.take();
        text.setLength(0);
        for (int i = 0; i < timestamp.size(); i++) {
            text.append(i == 0 ? "" : ",").append(timestamp.base.members.id(i));
            text.append('=').append(timestamp.counter(i));
        }
        String formatted = text.toString();
        if (text.capacity() == USUAL_LENGTH) {
            BUILDERS.give(text);
        }
        return formatted;
    }
}
