// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime.propagation;

import dev.likeaclockwork.BinaryTransport;
import dev.likeaclockwork.TextTransport;
import dev.likeaclockwork.VectorTimestamp;
import java.util.Objects;
import java.util.function.BiConsumer;

/**
 * Writes the vector timestamp to a carrier: the headers of one message.
 *
 * <p>A setter must <em>replace</em> existing values of the header, whatever the case of its name: a message that is
 * sent again must not carry the timestamp of its first sending.
 */
@FunctionalInterface
public interface CarrierSetter {
    /**
     * Writes a timestamp, unless its header, name and value together, exceeds {@code budget} bytes. May throw whatever
     * the carrier throws.
     *
     * @return whether the timestamp was within the budget
     */
    boolean set(VectorTimestamp timestamp, int budget);

    /** A message that cannot carry a timestamp. */
    static CarrierSetter none() {
        return (timestamp, budget) -> true;
    }

    /** Text headers, such as {@code request::setHeader}. */
    static CarrierSetter text(BiConsumer<? super String, ? super String> setter) {
        Objects.requireNonNull(setter, "setter");
        return (timestamp, budget) -> TextTransport.inject(timestamp, setter, budget);
    }

    /** Binary headers, such as those of Kafka or, with the suffix {@code -bin}, of gRPC. */
    static CarrierSetter binary(BiConsumer<? super String, ? super byte[]> setter) {
        Objects.requireNonNull(setter, "setter");
        return (timestamp, budget) -> BinaryTransport.inject(timestamp, setter, budget);
    }
}
