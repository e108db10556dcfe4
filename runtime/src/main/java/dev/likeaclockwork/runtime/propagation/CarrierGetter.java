// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime.propagation;

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
 * Reads the vector timestamp from a carrier: the headers of one message.
 *
 * <p>Header names are looked up as the wire format spells them and, if that name is absent, in lower case.
 */
@FunctionalInterface
public interface CarrierGetter {
    /**
     * Reads the timestamp; empty if there is none. May throw whatever the carrier throws.
     *
     * @throws MalformedCausalityException if the header does not follow the wire format, or exceeds a limit
     */
    Optional<VectorTimestamp> get(WireLimits limits);

    /** A message without headers. */
    static CarrierGetter none() {
        return limits -> Optional.empty();
    }

    /** Text headers, such as {@code request::getHeader}, which returns null for an absent header. */
    static CarrierGetter text(Function<? super String, @Nullable String> getter) {
        return limits -> TextTransport.extractVector(getter, limits);
    }

    /** Text headers that may be repeated: all lines of one name form one header (RFC 9110, section 5.3). */
    static CarrierGetter repeatedText(Function<? super String, Iterator<String>> getter) {
        return limits ->
                TextTransport.extractVector(name -> RepeatedHeader.join(getter.apply(name), limits.maxBytes()), limits);
    }

    /**
     * Binary headers, such as those of Kafka or, with the suffix {@code -bin}, of gRPC. The function returns null for
     * an absent header.
     */
    static CarrierGetter binary(Function<? super String, byte @Nullable []> getter) {
        return limits -> BinaryTransport.extractVector(getter, limits);
    }
}
