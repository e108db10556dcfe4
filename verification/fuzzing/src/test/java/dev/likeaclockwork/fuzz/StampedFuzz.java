// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.fuzz;

import dev.likeaclockwork.guard.kafkastreams.Stamped;
import java.util.Arrays;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** Any bytes as a stamped value in a topic or store of Kafka Streams. */
public final class StampedFuzz {
    private static final int MAX_LENGTH = 9000;

    /**
     * The bytes of stamp and value are copied, the value becomes a text of up to two bytes for each, and a refusal may
     * come after that.
     */
    private static final long COPIES = 4 * MAX_LENGTH;

    private static final Decoding VALUES = new Decoding((4 << 10) + COPIES, 4 * (8 << 10) + COPIES);
    private static final Serde<Stamped<String>> SERDE = Stamped.serde(Serdes.String());

    private StampedFuzz() {}

    /** Called by the fuzzer. */
    public static void fuzzerTestOneInput(byte[] data) {
        Stamped<String> value = VALUES.of(() -> decodeOrNull(data));
        if (value != null && !value.equals(decodeOrNull(SERDE.serializer().serialize("topic", value)))) {
            throw new AssertionError("not the same when it is read again: " + Arrays.toString(data));
        }
    }

    private static Stamped<String> decodeOrNull(byte[] data) {
        try {
            return SERDE.deserializer().deserialize("topic", data);
        } catch (SerializationException e) {
            return null;
        }
    }
}
