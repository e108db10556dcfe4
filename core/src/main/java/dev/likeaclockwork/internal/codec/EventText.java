// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.internal.codec;

import dev.likeaclockwork.internal.vector.Quoted;
import dev.likeaclockwork.wire.MalformedCausalityException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The parts of an event as headers hold them: what an event would refuse is malformed here. */
public final class EventText {
    /** The largest number of characters of an id or a type. */
    public static final int MAX_LENGTH = 256;

    /** The largest number of bytes of an id or a type in UTF-8: three for each character. */
    private static final int MAX_BYTES = 3 * MAX_LENGTH;

    private EventText() {}

    /** The text that the bytes are in UTF-8. More of them than an id or a type can have are not decoded. */
    public static String utf8(String header, byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw new MalformedCausalityException(
                    header, -1, bytes.length + " bytes cannot be the id or type of an event");
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (!Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes)) {
            throw new MalformedCausalityException(header, -1, "is not UTF-8");
        }
        return text;
    }

    /** Whether a text can be an id or a type. */
    public static boolean isHeaderText(String text) {
        return !text.isEmpty()
                && text.length() <= MAX_LENGTH
                && text.strip().length() == text.length()
                && text.chars().noneMatch(Character::isISOControl);
    }

    /** The text, if it is there and can be an id or a type. */
    public static String text(String header, Optional<String> text) {
        String value = present(header, text);
        if (!isHeaderText(value)) {
            throw new MalformedCausalityException(
                    header, -1, Quoted.of(value) + " cannot be the id or type of an event");
        }
        return value;
    }

    /** The value; malformed if it is absent. */
    public static <T> T present(String header, Optional<T> value) {
        return value.orElseThrow(() -> MalformedCausalityException.absent(header));
    }
}
