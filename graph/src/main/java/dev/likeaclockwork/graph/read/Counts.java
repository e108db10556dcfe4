// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.read;

import dev.likeaclockwork.graph.LoggedVector;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.InputCoercionException;

/** Reads the entries of one vector after the other; not thread-safe. */
final class Counts {
    /** Entries of one vector, so that memory is bounded. */
    static final int MOST = 1 << 16;

    private LoggedVector.Builder vector = LoggedVector.builder();
    private int size;

    /**
     * Reads an object of counts.
     *
     * @param json at the object's start; at its end afterwards
     * @throws BrokenLine if it is no such object
     */
    LoggedVector read(JsonParser json) throws BrokenLine {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw new BrokenLine("a vector is an object of counts, and not " + JsonText.describe(json));
        }
        begin();
        for (String node = json.nextName(); node != null; node = json.nextName()) {
            add(node, count(json, node));
        }
        return build();
    }

    private static long count(JsonParser json, String node) throws BrokenLine {
        try {
            if (json.nextToken() == JsonToken.VALUE_NUMBER_INT) {
                long count = json.getLongValue();
                if (count >= 0) {
                    return count;
                }
            }
        } catch (InputCoercionException e) {
            // does not fit: said below
        }
        throw new BrokenLine("the counter of '" + node + "' is " + JsonText.describe(json) + ", not a count");
    }

    void begin() {
        vector = size == 0 ? vector : LoggedVector.builder();
        size = 0;
    }

    void add(String node, String count) throws BrokenLine {
        try {
            add(node, Long.parseLong(count));
        } catch (NumberFormatException e) {
            throw new BrokenLine("the counter of '" + node + "' is " + count + ", not a count");
        }
    }

    private void add(String node, long count) throws BrokenLine {
        if (++size > MOST) {
            throw new BrokenLine("a vector has more than " + MOST + " entries");
        }
        vector.add(node, count);
    }

    LoggedVector build() throws BrokenLine {
        try {
            size = 0;
            return vector.build();
        } catch (IllegalArgumentException e) {
            throw new BrokenLine(String.valueOf(e.getMessage()));
        }
    }
}
