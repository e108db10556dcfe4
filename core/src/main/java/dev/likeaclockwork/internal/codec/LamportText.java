// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.internal.codec;

import dev.likeaclockwork.internal.vector.Counters;
import dev.likeaclockwork.internal.vector.NodeId;
import dev.likeaclockwork.internal.vector.Quoted;
import dev.likeaclockwork.wire.MalformedCausalityException;
import dev.likeaclockwork.wire.WireLimits;
import java.util.Objects;

/** The text form of Lamport timestamps: {@code node:time}, separated by the last colon. */
public final class LamportText {
    private LamportText() {}

    /** The two parts of a Lamport timestamp. */
    public record Parts(String node, long time) {}

    /** The form that travels. */
    public static String encode(String node, long time) {
        Counters.checkOnWire(node, time);
        return node + ":" + time;
    }

    public static Parts decode(String header, CharSequence text, WireLimits limits) {
        limits.checkSize(header, Objects.requireNonNull(text, "text").length());
        int colon = lastColon(text);
        if (colon < 0) {
            throw new MalformedCausalityException(header, -1, "no ':' in " + Quoted.of(text));
        }
        checkNode(header, text, colon);
        return new Parts(text.subSequence(0, colon).toString(), time(header, text, colon + 1));
    }

    private static int lastColon(CharSequence text) {
        int place = text.length() - 1;
        while (place >= 0 && text.charAt(place) != ':') {
            place--;
        }
        return place;
    }

    private static void checkNode(String header, CharSequence text, int end) {
        if (end == 0 || end > NodeId.MAX_LENGTH) {
            throw new MalformedCausalityException(
                    header, 0, "the node id has " + end + " characters, not 1 to " + NodeId.MAX_LENGTH);
        }
        for (int i = 0; i < end; i++) {
            if (!NodeId.isLegal(text.charAt(i))) {
                throw new MalformedCausalityException(header, i, "no node id may contain " + Quoted.of(text, i, i + 1));
            }
        }
    }

    private static long time(String header, CharSequence text, int from) {
        long time = 0;
        for (int i = from; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw new MalformedCausalityException(
                        header, i, "expected a digit but found " + Quoted.of(text, i, i + 1));
            }
            time = time * 10 + digit;
            if (time > WireLimits.MAX_COUNTER) {
                throw new MalformedCausalityException(header, from, "the time is above 2^53-1");
            }
        }
        if (from == text.length()) {
            throw new MalformedCausalityException(header, from, "expected a digit but found the end");
        }
        return time;
    }
}
