// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.internal.bytes;

import java.nio.charset.StandardCharsets;

/**
 * Bytes seen as text without being copied, so that a refusal costs nothing. Bytes above ASCII appear as characters of
 * ISO 8859-1, none of which is legal where this is used.
 */
public final class AsciiBytes implements CharSequence {
    private final byte[] bytes;

    public AsciiBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public int length() {
        return bytes.length;
    }

    @Override
    public char charAt(int index) {
        return (char) (bytes[index] & 0xFF);
    }

    @Override
    public String subSequence(int start, int end) {
        return toString().substring(start, end);
    }

    /** A copy. */
    @Override
    public String toString() {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
