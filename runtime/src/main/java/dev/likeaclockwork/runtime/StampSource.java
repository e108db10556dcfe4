// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime;

import dev.likeaclockwork.BinaryTransport;
import dev.likeaclockwork.TextTransport;
import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.wire.MalformedCausalityException;
import dev.likeaclockwork.wire.WireLimits;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A carrier that a stamp may be read from: the headers of one message.
 *
 * <p>Header names are asked for as the wire format spells them and, if there is none, in lower case.
 */
@FunctionalInterface
public interface StampSource {
    /**
     * Reads the stamp; empty if there is none. May throw whatever the carrier throws.
     *
     * @throws MalformedCausalityException if it does not follow the wire format, or is over a limit
     */
    Optional<VectorTimestamp> read(WireLimits limits);

    /** A message without headers. */
    static StampSource none() {
        return limits -> Optional.empty();
    }

    /** Text headers, such as {@code request::getHeader}; null for a header that is absent. */
    static StampSource text(Function<? super String, @Nullable String> getter) {
        return limits -> TextTransport.extractVector(getter, limits);
    }

    /** Text headers that may be repeated: all lines of a name together are one header. */
    static StampSource texts(Function<? super String, Iterator<String>> getter) {
        return limits ->
                TextTransport.extractVector(name -> JoinedLines.of(getter.apply(name), limits.maxBytes()), limits);
    }

    /**
     * Binary headers, such as those of Kafka or, with {@code -bin} behind each name, gRPC; null for one that is absent.
     */
    static StampSource binary(Function<? super String, byte @Nullable []> getter) {
        return limits -> BinaryTransport.extractVector(getter, limits);
    }
}
