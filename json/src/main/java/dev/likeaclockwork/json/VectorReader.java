// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.json;

import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.WireLimits;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads {@code {"a":1,"b":0}}, the JSON of a vector's entries, from a stream of tokens. */
final class VectorReader {
    /** The largest counter that is exact in JSON everywhere. */
    private static final long MAX_COUNTER = (1L << 53) - 1;

    private VectorReader() {}

    /**
     * Reads the object at which {@code parser} stands.
     *
     * @throws MalformedJson if it is no such object
     */
    static VectorTimestamp read(JsonParser parser, WireLimits limits) throws MalformedJson {
        MalformedJson.require(parser, JsonToken.START_OBJECT, "expected an object of counters");
        long start = parser.currentTokenLocation().getCharOffset();
        Map<String, Long> counters = new HashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String node = parser.currentName();
            parser.nextToken();
            if (counters.put(node, counter(parser)) != null) {
                throw new MalformedJson(parser, "a node id is repeated");
            }
            checkLimits(parser, counters.size(), start, limits);
        }
        try {
            return VectorTimestamp.of(counters);
        } catch (IllegalArgumentException e) {
            throw new MalformedJson(parser, String.valueOf(e.getMessage()));
        }
    }

    private static long counter(JsonParser parser) throws MalformedJson {
        MalformedJson.require(parser, JsonToken.VALUE_NUMBER_INT, "expected a counter");
        boolean small = parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
        if (!small || parser.getLongValue() < 0 || parser.getLongValue() > MAX_COUNTER) {
            throw new MalformedJson(parser, "a counter is not from 0 to 2^53-1");
        }
        return parser.getLongValue();
    }

    private static void checkLimits(JsonParser parser, int entries, long start, WireLimits limits)
            throws MalformedJson {
        if (entries > limits.maxEntries()) {
            throw new MalformedJson(parser, "the number of entries is over the limit of " + limits.maxEntries());
        }
        if (parser.currentTokenLocation().getCharOffset() - start > limits.maxBytes()) {
            throw new MalformedJson(parser, "the vector's size is over the limit of " + limits.maxBytes());
        }
    }
}
