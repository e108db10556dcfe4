// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.fuzz;

import dev.likeaclockwork.BinaryTransport;
import dev.likeaclockwork.TextTransport;
import dev.likeaclockwork.TracedEvent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Any three lines as the headers of an event, in both transports. */
public final class EventFuzz {
    /** Three headers each. */
    private static final Decoding EVENTS = new Decoding(3 * (4 << 10), 3 * 4 * (8 << 10));

    private static final List<String> TEXT =
            List.of(TextTransport.EVENT_ID_HEADER, TextTransport.EVENT_TYPE_HEADER, TextTransport.VECTOR_HEADER);
    private static final List<String> BINARY =
            List.of(BinaryTransport.EVENT_ID_HEADER, BinaryTransport.EVENT_TYPE_HEADER, BinaryTransport.VECTOR_HEADER);

    private EventFuzz() {}

    /** Called by the fuzzer. */
    public static void fuzzerTestOneInput(byte[] data) {
        String[] texts = new String(data, StandardCharsets.UTF_8).split("\n", 3);
        Optional<TracedEvent> event =
                EVENTS.of(() -> TextTransport.extractEvent(name -> at(texts, TEXT.indexOf(name)), data));
        if (event != null && event.isPresent()) {
            TracedEvent same = TracedEvent.fromHeaders(event.get().toHeaders(), data);
            if (!same.vector().equals(event.get().vector())
                    || !same.id().equals(event.get().id())) {
                throw new AssertionError(same);
            }
        }
        EVENTS.of(() -> BinaryTransport.extractEvent(name -> part(data, BINARY.indexOf(name)), data));
    }

    private static String at(String[] texts, int place) {
        return place < 0 || place >= texts.length ? null : texts[place];
    }

    /** The bytes in three parts of a third each, the vector last. */
    private static byte[] part(byte[] data, int place) {
        int third = data.length / 3;
        return place < 0
                ? null
                : Arrays.copyOfRange(data, place * third, place == 2 ? data.length : (place + 1) * third);
    }
}
