// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.likeaclockwork.LamportTimestamp;
import dev.likeaclockwork.TextTransport;
import dev.likeaclockwork.VectorTimestamp;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/**
 * What every transport of the text format owes, on any carrier: the rules T1 to T7 of the wire format.
 *
 * @param <C> the carrier of one message; it may turn the names of headers into lower case
 */
public abstract class TextTransportContract<C> extends WireFormatContract<C, String> {
    private static final String ALPHABET = "ab09=,:+- \t\u00e9";

    /** For test classes. */
    protected TextTransportContract() {}

    @Override
    protected final String vectorHeader() {
        return TextTransport.VECTOR_HEADER;
    }

    @Override
    protected final String lamportHeader() {
        return TextTransport.LAMPORT_HEADER;
    }

    @Override
    protected final String eventTypeHeader() {
        return TextTransport.EVENT_TYPE_HEADER;
    }

    @Override
    protected final String text(String text) {
        return text;
    }

    @Override
    protected final List<String> malformedVectors() {
        return List.of(
                "",
                ",",
                "=",
                "a",
                "a=",
                "=1",
                "a=1,",
                "a=1,,b=2",
                "a=-1",
                "a=+5",
                "a= 1",
                "a =1",
                "a=1=2",
                "a=1.0",
                "a=0x1",
                "a=1,a=1",
                "b=1, a=2, b=3",
                "\u00e9=1",
                "a b=1",
                "a=9007199254740992",
                "a=99999999999999999999",
                "n".repeat(129) + "=1");
    }

    @Override
    protected final List<String> malformedLamports() {
        return List.of(
                "",
                "a",
                ":1",
                "a:",
                "a:+1",
                "a:-1",
                "a:1x",
                "a: 1",
                "a b:1",
                "a,b:1",
                "\u00e9:1",
                "a:9007199254740992",
                "a:99999999999999999999",
                "n".repeat(129) + ":1");
    }

    @Override
    protected final String changed(String value, RandomGenerator random) {
        int from = random.nextInt(value.length());
        int to = Math.min(value.length(), from + random.nextInt(3));
        char inserted = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
        return value.substring(0, from) + inserted + value.substring(to);
    }

    @Test
    public void vector_isWrittenInTheOrderOfIds() {
        assertEquals("a=1,b=0", written(VectorTimestamp.parse("b=0,a=1")));
    }

    @Test
    public void vector_isReadInAnyOrderWithBlanksAndLeadingZeros() {
        assertReads("a=1,b=2", "  b=2 ,\ta=1 ");
        assertReads("a=7", "a=007");
        assertReads("host:8080=3", "host:8080=3");
        assertReads("a=9007199254740991", "a=9007199254740991");
    }

    @Test
    public void lamport_isSplitAtItsLastColon() {
        C carrier = carrierOf(lamportHeader(), "host:8080:7");

        assertEquals(Optional.of(LamportTimestamp.of("host:8080", 7)), extractLamport(carrier));
    }

    @Test
    public void headers_areFoundInLowerCase() {
        C carrier = carrierOf(vectorHeader().toLowerCase(Locale.ROOT), "a=1");
        put(carrier, lamportHeader().toLowerCase(Locale.ROOT), "a:1");

        assertEquals(Optional.of(VectorTimestamp.parse("a=1")), extractVector(carrier));
        assertEquals(Optional.of(LamportTimestamp.of("a", 1)), extractLamport(carrier));
    }

    @Test
    public void timestampWithoutEntries_leavesItsHeaderOut() {
        assertEquals(Optional.empty(), extractVector(carrierOf(VectorTimestamp.empty())));
    }
}
