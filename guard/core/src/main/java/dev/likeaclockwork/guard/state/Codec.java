// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.state;

import java.nio.charset.StandardCharsets;

/** Converts values to bytes and back. Thread-safe. */
public interface Codec<T> {
    /** The binary form, in a new array. */
    byte[] encode(T value);

    /** Reads the binary form. Throws an unchecked exception if the bytes are malformed. */
    T decode(byte[] bytes);

    /** The codec of texts as UTF-8. */
    static Codec<String> utf8() {
        return new Codec<>() {
            @Override
            public byte[] encode(String value) {
                return value.getBytes(StandardCharsets.UTF_8);
            }

            @Override
            public String decode(byte[] bytes) {
                return new String(bytes, StandardCharsets.UTF_8);
            }
        };
    }
}
