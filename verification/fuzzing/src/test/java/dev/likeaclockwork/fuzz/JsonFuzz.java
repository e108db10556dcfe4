// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.fuzz;

import dev.likeaclockwork.json.EventMetadata;
import dev.likeaclockwork.json.JsonTransport;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Any bytes as a JSON object with a {@code _causality} member. */
public final class JsonFuzz {
    /**
     * Mostly the instrumentation, which allocates with each comparison of strings: seven times what a vector that
     * stands often takes.
     */
    private static final Decoding OBJECTS = new Decoding(4 << 20, 4 << 20);

    private JsonFuzz() {}

    /** Called by the fuzzer. */
    public static void fuzzerTestOneInput(byte[] data) {
        Optional<EventMetadata> metadata = OBJECTS.of(() -> JsonTransport.extract(data));
        if (metadata != null && metadata.isPresent()) {
            checkRoundTrip(new String(data, StandardCharsets.UTF_8), metadata.get());
        }
    }

    private static void checkRoundTrip(String json, EventMetadata metadata) {
        String written = JsonTransport.inject(JsonTransport.remove(json), metadata);
        if (!JsonTransport.extract(written).orElseThrow().equals(metadata)) {
            throw new AssertionError(written);
        }
    }
}
