// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime;

import dev.likeaclockwork.BinaryTransport;
import dev.likeaclockwork.TextTransport;
import dev.likeaclockwork.VectorTimestamp;
import java.util.Objects;
import java.util.function.BiConsumer;

/**
 * A carrier that a stamp may be put on: the headers of one message.
 *
 * <p>A setter must <em>replace</em> what is there under the name, in any case of letters: a message that is sent again
 * must not carry its old stamp.
 */
@FunctionalInterface
public interface StampTarget {
    /**
     * Puts a stamp on the carrier, unless it takes more than {@code budget} bytes there. May throw whatever the carrier
     * throws.
     *
     * @return whether it was within the budget
     */
    boolean write(VectorTimestamp stamp, int budget);

    /** A message that cannot carry a stamp. */
    static StampTarget none() {
        return (stamp, budget) -> true;
    }

    /** Text headers, such as {@code request::setHeader}. */
    static StampTarget text(BiConsumer<? super String, ? super String> setter) {
        Objects.requireNonNull(setter, "setter");
        return (stamp, budget) -> TextTransport.inject(stamp, setter, budget);
    }

    /** Binary headers, such as those of Kafka or, with {@code -bin} behind each name, gRPC. */
    static StampTarget binary(BiConsumer<? super String, ? super byte[]> setter) {
        Objects.requireNonNull(setter, "setter");
        return (stamp, budget) -> BinaryTransport.inject(stamp, setter, budget);
    }
}
