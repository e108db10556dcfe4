// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.json;

import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.wire.MalformedCausalityException.Kind;
import dev.likeaclockwork.wire.WireLimits;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads {@code {"a":1,"b":0}}, the JSON of a vector's entries, from a stream of tokens. */
final class VectorReader {
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
            if (counters.put(node, JsonCounter.read(parser)) != null) {
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

    private static void checkLimits(JsonParser parser, int entries, long start, WireLimits limits)
            throws MalformedJson {
        if (entries > limits.maxEntries()) {
            throw new MalformedJson(
                    Kind.TOO_MANY_ENTRIES, parser, "the number of entries is over the limit of " + limits.maxEntries());
        }
        if (parser.currentTokenLocation().getCharOffset() - start > limits.maxBytes()) {
            throw new MalformedJson(
                    Kind.TOO_LARGE, parser, "the vector's size is over the limit of " + limits.maxBytes());
        }
    }
}
