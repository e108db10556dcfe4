// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.testkit;

import dev.likeaclockwork.BinaryTransport;
import dev.likeaclockwork.LamportClock;
import dev.likeaclockwork.LamportTimestamp;
import dev.likeaclockwork.TextTransport;
import dev.likeaclockwork.VectorClock;
import dev.likeaclockwork.VectorTimestamp;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;

/** The clocks and transports of core, and a second vector clock, keep the contracts. */
class ContractsTest {
    private static final List<LamportTimestamp> LAMPORT_TIMESTAMPS =
            List.of(LamportTimestamp.of("a", 0), LamportTimestamp.of("host:8080", (1L << 53) - 1));

    private static final List<VectorTimestamp> VECTOR_TIMESTAMPS = List.of(
            VectorTimestamp.of(Map.of("a", 1L)),
            VectorTimestamp.of(Map.of("order-service", 7L, "payment-service", 0L)),
            VectorClock.resume("z", VectorTimestamp.of(Map.of("a", (1L << 53) - 1)))
                    .tick());

    @Nested
    class CoreVectorClock extends VectorClockContract<VectorClock, VectorTimestamp> {
        @Override
        protected VectorClockAdapter<VectorClock, VectorTimestamp> clocks() {
            return new CoreClocks.Vector();
        }
    }

    @Nested
    class PlainVectorClock extends VectorClockContract<PlainClocks.Clock, Map<String, Long>> {
        @Override
        protected VectorClockAdapter<PlainClocks.Clock, Map<String, Long>> clocks() {
            return new PlainClocks();
        }

        @Override
        protected boolean isThreadSafe() {
            return false;
        }
    }

    @Nested
    class CoreLamportClock extends LamportClockContract<LamportClock, LamportTimestamp> {
        @Override
        protected ClockAdapter<LamportClock, LamportTimestamp> clocks() {
            return new CoreClocks.Lamport();
        }

        @Override
        protected long time(LamportTimestamp timestamp) {
            return timestamp.time();
        }
    }

    @Nested
    class LamportAsText extends TransportContract<LamportTimestamp, String> {
        @Override
        protected void inject(LamportTimestamp value, BiConsumer<String, String> setter) {
            TextTransport.inject(value, setter);
        }

        @Override
        protected Optional<LamportTimestamp> extract(Function<String, @Nullable String> getter) {
            return TextTransport.extractLamport(getter);
        }

        @Override
        protected List<LamportTimestamp> values() {
            return LAMPORT_TIMESTAMPS;
        }

        @Override
        protected List<String> malformed() {
            return List.of("", "a", "a:", ":1", "a:-1", "a:+1", "a:1 ", "a:9007199254740992", "x".repeat(9000) + ":1");
        }
    }

    @Nested
    class VectorAsText extends TransportContract<VectorTimestamp, String> {
        @Override
        protected void inject(VectorTimestamp value, BiConsumer<String, String> setter) {
            TextTransport.inject(value, setter);
        }

        @Override
        protected Optional<VectorTimestamp> extract(Function<String, @Nullable String> getter) {
            return TextTransport.extractVector(getter);
        }

        @Override
        protected List<VectorTimestamp> values() {
            return VECTOR_TIMESTAMPS;
        }

        @Override
        protected List<String> malformed() {
            return List.of("", "a", "a=", "=1", "a=1,", "a=1,a=2", "a=-1", "a=+1", "a b=1", "a=9007199254740992");
        }
    }

    @Nested
    class LamportAsBytes extends TransportContract<LamportTimestamp, byte[]> {
        @Override
        protected void inject(LamportTimestamp value, BiConsumer<String, byte[]> setter) {
            BinaryTransport.inject(value, setter);
        }

        @Override
        protected Optional<LamportTimestamp> extract(Function<String, byte @Nullable []> getter) {
            return BinaryTransport.extractLamport(getter);
        }

        @Override
        protected List<LamportTimestamp> values() {
            return LAMPORT_TIMESTAMPS;
        }

        @Override
        protected List<byte[]> malformed() {
            return List.of(new byte[0], new byte[] {(byte) 0xFF, ':', '1'}, "a:x".getBytes(StandardCharsets.UTF_8));
        }
    }

    @Nested
    class VectorAsBytes extends TransportContract<VectorTimestamp, byte[]> {
        @Override
        protected void inject(VectorTimestamp value, BiConsumer<String, byte[]> setter) {
            BinaryTransport.inject(value, setter);
        }

        @Override
        protected Optional<VectorTimestamp> extract(Function<String, byte @Nullable []> getter) {
            return BinaryTransport.extractVector(getter);
        }

        @Override
        protected List<VectorTimestamp> values() {
            return VECTOR_TIMESTAMPS;
        }

        @Override
        protected List<byte[]> malformed() {
            return List.of(
                    new byte[0],
                    new byte[] {(byte) 0x81},
                    new byte[] {(byte) 0x81, (byte) 0xA1, 'a', (byte) 0xFF},
                    new byte[] {(byte) 0x80, 0},
                    new byte[] {(byte) 0xDF, 0x7F, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF});
        }
    }
}
