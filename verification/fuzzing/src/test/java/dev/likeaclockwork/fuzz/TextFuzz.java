// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.fuzz;

import dev.likeaclockwork.LamportTimestamp;
import dev.likeaclockwork.TextTransport;
import dev.likeaclockwork.VectorTimestamp;
import java.nio.charset.StandardCharsets;

/** Any text as the header of a vector or Lamport timestamp. */
public final class TextFuzz {
    private static final Decoding VECTORS = new Decoding(4 << 10, 4 * (8 << 10));
    private static final Decoding LAMPORT_TIMES = new Decoding(4 << 10, 4 << 10);

    private TextFuzz() {}

    /** Called by the fuzzer. */
    public static void fuzzerTestOneInput(byte[] data) {
        String text = new String(data, StandardCharsets.UTF_8);
        LamportTimestamp time = LAMPORT_TIMES.of(() -> LamportTimestamp.parse(text));
        if (time != null && !time.equals(LamportTimestamp.parse(time.toString()))) {
            throw new AssertionError(time);
        }
        VectorTimestamp vector = VECTORS.of(() -> VectorTimestamp.parse(text));
        if (vector != null) {
            checkKnownMembership(vector, text);
        }
    }

    /** The third time, the membership is known, and the header is read and written another way. */
    private static void checkKnownMembership(VectorTimestamp vector, String text) {
        for (int i = 0; i < 3; i++) {
            VectorTimestamp again = VECTORS.of(() -> VectorTimestamp.parse(text));
            TextTransport.inject(again, (name, header) -> {
                if (!header.equals(vector.toString())) {
                    throw new AssertionError(header);
                }
            });
        }
    }
}
