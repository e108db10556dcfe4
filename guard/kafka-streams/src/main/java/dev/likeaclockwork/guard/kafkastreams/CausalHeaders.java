// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.kafkastreams;

import dev.likeaclockwork.BinaryTransport;
import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.wire.MalformedCausalityException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Reads and writes the headers of causality of a record. Stateless. */
final class CausalHeaders {
    static final String CONTEXT = "causality-context";
    static final String DECISION = "causality-decision";
    static final String RESOLUTION = "causality-resolution";

    private CausalHeaders() {}

    /** The getter of the transports for the headers of a record. It returns the last of several headers of one name. */
    static Function<String, byte @Nullable []> getter(Headers headers) {
        return name -> {
            Header header = headers.lastHeader(name);
            return header == null ? null : header.value();
        };
    }

    static Optional<VectorTimestamp> stamp(Headers headers) {
        return BinaryTransport.extractVector(getter(headers));
    }

    /** The text of a header; empty if it is absent. */
    static Optional<String> text(Headers headers, String name) {
        return Optional.ofNullable(getter(headers).apply(name)).map(value -> new String(value, StandardCharsets.UTF_8));
    }

    static void putText(Headers headers, String name, String text) {
        headers.remove(name).add(name, text.getBytes(StandardCharsets.UTF_8));
    }

    static void putStamp(Headers headers, VectorTimestamp stamp) {
        BinaryTransport.inject(stamp, (name, value) -> headers.remove(name).add(name, value));
    }

    /**
     * The context that the writer of a record had read; empty if the header is absent.
     *
     * @throws MalformedCausalityException if the header is malformed
     */
    static VectorTimestamp context(Headers headers) {
        byte[] value = getter(headers).apply(CONTEXT);
        try {
            return BinaryTransport.extractVector(name -> value).orElseGet(VectorTimestamp::empty);
        } catch (MalformedCausalityException e) {
            throw new MalformedCausalityException(e.kind(), CONTEXT, e.position(), e.reason());
        }
    }

    static void putContext(Headers headers, VectorTimestamp context) {
        BinaryTransport.inject(context, (name, value) -> headers.remove(CONTEXT).add(CONTEXT, value));
    }
}
