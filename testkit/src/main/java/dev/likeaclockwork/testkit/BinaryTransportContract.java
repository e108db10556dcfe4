// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.likeaclockwork.BinaryTransport;
import dev.likeaclockwork.VectorTimestamp;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What every transport of the binary format owes, on any carrier: the rules B1 and B2 of the wire format. A carrier
 * that adds a suffix to names (B3) adds it in {@link #put} and {@link #get} too.
 *
 * @param <C> the carrier of one message
 */
public abstract class BinaryTransportContract<C> extends WireFormatContract<C, byte[]> {
    /** For test classes. */
    protected BinaryTransportContract() {}

    @Override
    protected final String vectorHeader() {
        return BinaryTransport.VECTOR_HEADER;
    }

    @Override
    protected final String lamportHeader() {
        return BinaryTransport.LAMPORT_HEADER;
    }

    @Override
    protected final String eventTypeHeader() {
        return BinaryTransport.EVENT_TYPE_HEADER;
    }

    @Override
    protected final byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected final List<byte[]> malformedVectors() {
        return Stream.of(
                        "",
                        "c0",
                        "90",
                        "a16101",
                        "81",
                        "81a161",
                        "82a16101",
                        "81a16101ff",
                        "810101",
                        "81a001",
                        "81a12c01",
                        "81a13d01",
                        "81a12001",
                        "81a2c3a901",
                        "81a161ff",
                        "81a161c0",
                        "81a161a131",
                        "81a161cb3ff0000000000000",
                        "81a161cf0020000000000000",
                        "81a161cfffffffffffffffff",
                        "81a161d3ffffffffffffffff",
                        "82a16101a16102",
                        "dfffffffff",
                        "81dbffffffff6101")
                .map(HexFormat.of()::parseHex)
                .toList();
    }

    @Override
    protected final List<byte[]> malformedLamports() {
        return Stream.of("", "a", ":1", "a:", "a:+1", "a:-1", "a:1x", "a b:1", "\u00e9:1", "a:9007199254740992")
                .map(this::text)
                .toList();
    }

    /** Cut short or made longer at times, and one byte changed. */
    @Override
    protected final byte[] changed(byte[] value, RandomGenerator random) {
        int length = random.nextInt(4) == 0 ? random.nextInt(1, value.length + 2) : value.length;
        byte[] changed = Arrays.copyOf(value, length);
        changed[random.nextInt(length)] ^= (byte) (1 << random.nextInt(8));
        return changed;
    }

    @Test
    public void vector_isWrittenInItsSmallestEncoding() {
        assertWritten("81a16101", Map.of("a", 1L));
        assertWritten("82a161cc80a162cd0100", Map.of("b", 256L, "a", 128L));
        assertWritten("82a161ce00010000a162cf0000000100000000", Map.of("a", 65_536L, "b", 1L << 32));
        assertWritten("81d920" + "6e".repeat(32) + "7f", Map.of("n".repeat(32), 127L));
    }

    private void assertWritten(String hex, Map<String, Long> counters) {
        assertArrayEquals(HexFormat.of().parseHex(hex), written(VectorTimestamp.of(counters)), counters::toString);
    }

    @Test
    public void vector_isReadInAnyWidthAndOrder() {
        Stream.of("81a16101", "de0001a16101", "df00000001a16101", "81c4016101", "81d90161cc01", "81da000161cd0001")
                .forEach(hex -> assertReads("a=1", HexFormat.of().parseHex(hex)));
        assertReads("a=1", HexFormat.of().parseHex("81a161d30000000000000001"));
        assertReads("a=1,b=2", HexFormat.of().parseHex("82a16202a16101"));
    }

    @Test
    public void timestampWithoutEntries_isAnEmptyMap() {
        assertWritten("80", Map.of());
        assertEquals(Optional.of(VectorTimestamp.empty()), extractVector(carrierOf(VectorTimestamp.empty())));
    }
}
