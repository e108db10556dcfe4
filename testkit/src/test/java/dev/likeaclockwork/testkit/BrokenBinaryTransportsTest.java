// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.testkit;

import static dev.likeaclockwork.testkit.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.likeaclockwork.BinaryTransport;
import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.wire.MalformedCausalityException;
import dev.likeaclockwork.wire.WireLimits;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The contract of binary transports refuses what is broken. */
class BrokenBinaryTransportsTest {
    private static final String ROUND_TRIP = "seededValues_comeBackAsTheyWere";
    private static final String ZEROS = "zeroEntries_areKept";
    private static final String MALFORMED_VECTORS = "malformedVectors_areRefused";
    private static final String LIMITS = "vectorOverALimit_isRefused";

    @Test
    void soundTransport_isNotRefused() throws Exception {
        assertThat(Refusals.of(new CoreBinaryTransport())).isEmpty();
    }

    @Test
    void transportThatDropsZeros_isRefused() throws Exception {
        assertRefused(
                new CoreBinaryTransport() {
                    @Override
                    public Optional<VectorTimestamp> extractVector(Map<String, byte[]> carrier) {
                        return super.extractVector(carrier).map(Refusals::withoutZeros);
                    }
                },
                ZEROS,
                ROUND_TRIP);
    }

    @Test
    void noLimits_areRefused() throws Exception {
        WireLimits none = new WireLimits(Integer.MAX_VALUE, Integer.MAX_VALUE);
        assertRefused(
                new CoreBinaryTransport() {
                    @Override
                    public Optional<VectorTimestamp> extractVector(Map<String, byte[]> carrier) {
                        return BinaryTransport.extractVector(carrier::get, none);
                    }
                },
                LIMITS);
    }

    @Test
    void countersOfThirtyTwoBits_areRefused() throws Exception {
        assertRefused(
                new CoreBinaryTransport() {
                    @Override
                    public Optional<VectorTimestamp> extractVector(Map<String, byte[]> carrier) {
                        return super.extractVector(carrier).map(timestamp -> {
                            Map<String, Long> counters = new TreeMap<>(timestamp.toMap());
                            counters.replaceAll((node, counter) -> counter & 0xFFFF_FFFFL);
                            return VectorTimestamp.of(counters);
                        });
                    }
                },
                ROUND_TRIP);
    }

    @Test
    void staleTimestampThatStays_isRefused() throws Exception {
        assertRefused(
                new CoreBinaryTransport() {
                    @Override
                    public void inject(VectorTimestamp timestamp, Map<String, byte[]> carrier) {
                        BinaryTransport.inject(timestamp, carrier::putIfAbsent);
                    }
                },
                "laterTimestamp_replacesTheEarlierOne");
    }

    @Test
    void bytesAfterTheMap_areRefused() throws Exception {
        assertRefused(
                new CoreBinaryTransport() {
                    @Override
                    public Optional<VectorTimestamp> extractVector(Map<String, byte[]> carrier) {
                        carrier.computeIfPresent(BinaryTransport.VECTOR_HEADER, (name, value) -> trimmed(value));
                        return super.extractVector(carrier);
                    }
                },
                MALFORMED_VECTORS);
    }

    private static byte[] trimmed(byte[] value) {
        int last = value.length - 1;
        return last > 0 && value[last] == -1 ? Arrays.copyOf(value, last) : value;
    }

    @Test
    void longHeadOfTheMap_isRefused() throws Exception {
        assertRefused(
                new CoreBinaryTransport() {
                    @Override
                    public void inject(VectorTimestamp timestamp, Map<String, byte[]> carrier) {
                        super.inject(timestamp, carrier);
                        carrier.computeIfPresent(BinaryTransport.VECTOR_HEADER, (name, value) -> widened(value));
                    }
                },
                "vector_isWrittenInItsSmallestEncoding",
                "timestampWithoutEntries_isAnEmptyMap");
    }

    private static byte[] widened(byte[] value) {
        if ((value[0] & 0xF0) != 0x80) {
            return value;
        }
        byte[] wide = new byte[value.length + 2];
        System.arraycopy(value, 1, wide, 3, value.length - 1);
        wide[0] = (byte) 0xDE;
        wide[2] = (byte) (value[0] & 0x0F);
        return wide;
    }

    @Test
    void readerOfTheSmallestEncodingOnly_isRefused() throws Exception {
        assertRefused(
                new CoreBinaryTransport() {
                    @Override
                    public Optional<VectorTimestamp> extractVector(Map<String, byte[]> carrier) {
                        Optional<VectorTimestamp> read = super.extractVector(carrier);
                        read.filter(timestamp -> !isCanonical(timestamp, carrier))
                                .ifPresent(timestamp -> {
                                    throw new MalformedCausalityException(
                                            BinaryTransport.VECTOR_HEADER, -1, "is too wide");
                                });
                        return read;
                    }

                    private boolean isCanonical(VectorTimestamp timestamp, Map<String, byte[]> carrier) {
                        byte[] smallest = carrierOf(timestamp).get(BinaryTransport.VECTOR_HEADER);
                        return Arrays.equals(smallest, carrier.get(BinaryTransport.VECTOR_HEADER));
                    }
                },
                "vector_isReadInAnyWidthAndOrder");
    }
}
