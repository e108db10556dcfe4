// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.json;

import dev.likeaclockwork.wire.WireLimits;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** A counter in JSON: an integer from 0 to 2^53-1, on the way in and on the way out. */
final class JsonCounter {
    private JsonCounter() {}

    /**
     * Reads the number at which {@code parser} stands.
     *
     * @throws MalformedJson if it is no counter
     */
    static long read(JsonParser parser) throws MalformedJson {
        MalformedJson.require(parser, JsonToken.VALUE_NUMBER_INT, "expected a counter");
        boolean small = parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
        if (!small || parser.getLongValue() < 0 || parser.getLongValue() > WireLimits.MAX_COUNTER) {
            throw new MalformedJson(parser, "a counter is not from 0 to 2^53-1");
        }
        return parser.getLongValue();
    }

    /**
     * Returns a counter that may be written.
     *
     * @throws IllegalArgumentException if it is too large, naming the node and the value
     */
    static long writable(String node, long counter) {
        if (counter > WireLimits.MAX_COUNTER) {
            throw new IllegalArgumentException(
                    "counter " + counter + " of node '" + node + "' is above 2^53-1 and cannot be written");
        }
        return counter;
    }
}
