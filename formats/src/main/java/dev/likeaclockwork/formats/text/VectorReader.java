// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.formats.text;

import dev.likeaclockwork.graph.event.LoggedVector;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.InputCoercionException;

/** Reads the entries of one vector after the other; not thread-safe. */
public final class VectorReader {
    /** Entries of one vector, so that memory is bounded. */
    static final int MOST = 1 << 16;

    private LoggedVector.Builder vector = LoggedVector.builder();
    private int size;

    /**
     * Reads an object of counts.
     *
     * @param json at the object's start; at its end afterwards
     * @throws MalformedLineException if it is no such object
     */
    public LoggedVector read(JsonParser json) throws MalformedLineException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw new MalformedLineException("a vector is an object of counts, and not " + JsonText.describe(json));
        }
        begin();
        for (String node = json.nextName(); node != null; node = json.nextName()) {
            add(node, count(json, node));
        }
        return build();
    }

    private static long count(JsonParser json, String node) throws MalformedLineException {
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
        throw new MalformedLineException(
                "the counter of '" + node + "' is " + JsonText.describe(json) + ", not a count");
    }

    public void begin() {
        vector = size == 0 ? vector : LoggedVector.builder();
        size = 0;
    }

    public void add(String node, String count) throws MalformedLineException {
        try {
            add(node, Long.parseLong(count));
        } catch (NumberFormatException e) {
            throw new MalformedLineException("the counter of '" + node + "' is " + count + ", not a count");
        }
    }

    private void add(String node, long count) throws MalformedLineException {
        if (++size > MOST) {
            throw new MalformedLineException("a vector has more than " + MOST + " entries");
        }
        vector.add(node, count);
    }

    public LoggedVector build() throws MalformedLineException {
        try {
            size = 0;
            return vector.build();
        } catch (IllegalArgumentException e) {
            throw new MalformedLineException(String.valueOf(e.getMessage()));
        }
    }
}
