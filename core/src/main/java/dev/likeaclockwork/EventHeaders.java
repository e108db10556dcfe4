// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork;

import dev.likeaclockwork.wire.MalformedCausalityException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The parts of an event as headers hold them: what {@link TracedEvent} would refuse is malformed here. */
final class EventHeaders {
    private EventHeaders() {}

    /** The text that the bytes are in UTF-8. More of them than an id or a type can have are not decoded. */
    static String utf8(String header, byte[] bytes) {
        if (bytes.length > TracedEvent.MAX_TEXT_BYTES) {
            throw new MalformedCausalityException(
                    header, -1, bytes.length + " bytes cannot be the id or type of an event");
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (!Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes)) {
            throw new MalformedCausalityException(header, -1, "is not UTF-8");
        }
        return text;
    }

    /** The text, if it is there and can be an id or a type. */
    static String text(String header, Optional<String> text) {
        String value = present(header, text);
        if (!TracedEvent.isHeaderText(value)) {
            throw new MalformedCausalityException(
                    header, -1, Quoted.of(value) + " cannot be the id or type of an event");
        }
        return value;
    }

    /** The vector, if it is there and not empty. */
    static VectorTimestamp vector(String header, Optional<VectorTimestamp> vector) {
        VectorTimestamp value = present(header, vector);
        if (value.size() == 0) {
            throw new MalformedCausalityException(header, -1, "an event has at least one entry");
        }
        return value;
    }

    private static <T> T present(String header, Optional<T> value) {
        return value.orElseThrow(() -> new MalformedCausalityException(header, -1, "is absent"));
    }
}
