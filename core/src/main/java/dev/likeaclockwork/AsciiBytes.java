// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork;

import java.nio.charset.StandardCharsets;

/**
 * Bytes seen as text without being copied, so that a refusal costs nothing. Bytes above ASCII appear as characters of
 * ISO 8859-1, none of which is legal where this is used.
 */
final class AsciiBytes implements CharSequence {
    private final byte[] bytes;
    private final int from;
    private final int to;

    AsciiBytes(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    private AsciiBytes(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.from = from;
        this.to = to;
    }

    @Override
    public int length() {
        return to - from;
    }

    @Override
    public char charAt(int index) {
        return (char) (bytes[from + index] & 0xFF);
    }

    @Override
    public AsciiBytes subSequence(int start, int end) {
        return new AsciiBytes(bytes, from + start, from + end);
    }

    @Override
    public String toString() {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
