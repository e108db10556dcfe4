// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard;

import java.nio.charset.StandardCharsets;

/** Writes values as bytes, and reads them. Thread-safe. */
public interface Codec<T> {
    /** The binary form, in a new array. */
    byte[] encode(T value);

    /** Reads the binary form; throws an unchecked exception if the bytes are none. */
    T decode(byte[] bytes);

    /** Texts as UTF-8. */
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
