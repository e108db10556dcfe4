// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime;

import tools.jackson.databind.json.JsonMapper;

/** The writer of payloads as one-line JSON texts. */
final class PayloadWriter {
    private static final int MAX_CHARS = 64 << 10;
    private static final JsonMapper JSON = JsonMapper.shared();

    private PayloadWriter() {}

    static String json(Object value) {
        String json = JSON.writeValueAsString(value);
        if (json.length() > MAX_CHARS) {
            throw new IllegalArgumentException(
                    "the payload has " + json.length() + " characters, more than " + MAX_CHARS);
        }
        return json;
    }
}
