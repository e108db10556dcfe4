// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.likeaclockwork.wire.MalformedCausalityException;
import dev.likeaclockwork.wire.MalformedCausalityException.Kind;
import dev.likeaclockwork.wire.WireLimits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransportTest {
    private final Map<String, String> text = new HashMap<>();
    private final Map<String, byte[]> binary = new HashMap<>();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    ""                    | expected a node id but found the end at position 0
                    ,                     | expected a node id but found ',' at position 0
                    "="                   | expected a node id but found '=' at position 0
                    a                     | expected '=' after the node id but found the end at position 1
                    "a="                  | expected a digit but found the end at position 2
                    a=1,                  | expected a node id but found the end at position 4
                    a=1,,b=2              | expected a node id but found ',' at position 4
                    a=-1                  | expected a digit but found '-' at position 2
                    a=+5                  | expected a digit but found '+' at position 2
                    a= 1                  | expected a digit but found ' ' at position 2
                    a=1=2                 | expected a digit or ',' but found '=' at position 3
                    a=1.0                 | expected a digit or ',' but found '.' at position 3
                    "b=1, a=2, b=3"       | the node id 'b' is repeated at position 10
                    "a=1,a=1"             | the node id 'a' is repeated at position 4
                    é=1                   | expected a node id but found '\\u00e9' at position 0
                    a b=1                 | expected '=' after the node id but found ' ' at position 1
                    a=9007199254740992    | the counter of 'a' is above 2^53-1 at position 2
                    a\u007f=1              | expected '=' after the node id but found '\\u007f' at position 1
                    """)
    void text_refusesOtherFormsWithPlaceAndReason(String value, String reason) {
        text.put("X-Causality-Vector", value);

        assertThatThrownBy(() -> TextTransport.extractVector(text::get))
                .isInstanceOf(MalformedCausalityException.class)
                .hasMessage("X-Causality-Vector: " + reason);
    }

    @ParameterizedTest
    @CsvSource({
        "'  b=2 ,\ta=1 ', 'a=1,b=2'",
        "'a=007', 'a=7'",
        "'host:8080=3', 'host:8080=3'",
        "'a=9007199254740991', 'a=9007199254740991'"
    })
    void text_acceptsBlanksAroundEntriesAndAnyOrder(String value, String canonical) {
        text.put("x-causality-vector", value);

        assertThat(TextTransport.extractVector(text::get)).get().hasToString(canonical);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    ""                   | the value ends too early at position 0
                    c0                   | expected a MessagePack map but found 0xc0 at position 0
                    82a16101             | the value ends too early at position 4
                    81a16101ff           | bytes after the map at position 4
                    810101               | expected a node id as a string but found 0x01 at position 1
                    81a001               | the node id has 0 characters, not 1 to 128 at position 1
                    81a12c01             | no node id may contain 0x2c at position 2
                    81a161ff             | the counter of 'a' is not from 0 to 2^53-1 at position 3
                    81a161a131           | expected a counter but found 0xa1 at position 3
                    81a16180             | expected a counter but found 0x80 at position 3
                    81a161df             | expected a counter but found 0xdf at position 3
                    81a161e0             | the counter of 'a' is not from 0 to 2^53-1 at position 3
                    81a161cf0020000000000000 | the counter of 'a' is not from 0 to 2^53-1 at position 3
                    82a16101a16102       | the node id 'a' is repeated at position 4
                    dfffffffff           | the number of entries is over the limit of 256 at position 0
                    """)
    void binary_refusesOtherFormsWithPlaceAndReason(String hex, String reason) {
        binary.put("causality-vc", HexFormat.of().parseHex(hex));

        assertThatThrownBy(() -> BinaryTransport.extractVector(binary::get))
                .isInstanceOf(MalformedCausalityException.class)
                .hasMessage("causality-vc: " + reason);
    }

    @ParameterizedTest
    @CsvSource({
        "81a16101",
        "de0001a16101",
        "df00000001a16101",
        "81c4016101",
        "81d90161cc01",
        "81a161d300000000000000" + "01"
    })
    void binary_readsEveryWidth(String hex) {
        binary.put("causality-vc", HexFormat.of().parseHex(hex));

        assertThat(BinaryTransport.extractVector(binary::get)).contains(VectorTimestamp.parse("a=1"));
    }

    @Test
    void longestIdAndLastCounter_travelAndOneMoreIsRefused() {
        String longest = "n".repeat(128);
        LamportTimestamp lamport = LamportTimestamp.of(longest, WireLimits.MAX_COUNTER);
        VectorTimestamp vector = VectorTimestamp.of(Map.of(longest, WireLimits.MAX_COUNTER));
        TextTransport.inject(lamport, text::put);
        TextTransport.inject(vector, text::put);
        BinaryTransport.inject(vector, binary::put);

        assertThat(TextTransport.extractLamport(text::get)).contains(lamport);
        assertThat(TextTransport.extractVector(text::get)).contains(vector);
        assertThat(BinaryTransport.extractVector(binary::get)).contains(vector);
        text.replaceAll((name, value) -> "n" + value);
        binary.put("causality-vc", HexFormat.of().parseHex("81d981" + "6e".repeat(129) + "01"));
        assertThatThrownBy(() -> TextTransport.extractLamport(text::get))
                .hasMessage("X-Causality-Lamport: the node id has 129 characters, not 1 to 128 at position 0");
        assertThatThrownBy(() -> TextTransport.extractVector(text::get))
                .hasMessageEndingWith("is longer than 128 characters at position 0");
        assertThatThrownBy(() -> BinaryTransport.extractVector(binary::get))
                .hasMessage("causality-vc: the node id has 129 characters, not 1 to 128 at position 1");
    }

    @Test
    void everyValueOverTheLimit_isRefusedByItsBytes() {
        text.put("X-Causality-Lamport", "n".repeat(8191) + ":1");
        binary.put("causality-lc", "é".repeat(5000).getBytes(UTF_8));
        binary.put("causality-eid", new byte[9000]);
        binary.put("causality-vc", new byte[8193]);

        assertThatThrownBy(() -> TextTransport.extractLamport(text::get))
                .hasMessage("X-Causality-Lamport: size 8193 is over the limit of 8192");
        assertThatThrownBy(() -> BinaryTransport.extractLamport(binary::get))
                .hasMessage("causality-lc: size 10000 is over the limit of 8192");
        assertThatThrownBy(() -> BinaryTransport.extractEvent(binary::get, new byte[0]))
                .hasMessage("causality-eid: size 9000 is over the limit of 8192");
        assertThatThrownBy(() -> BinaryTransport.extractVector(binary::get))
                .hasMessage("causality-vc: size 8193 is over the limit of 8192");
    }

    @Test
    void stampOverTheBudgetWithItsName_isLeftOut() {
        VectorTimestamp stamp = VectorTimestamp.parse("a=1,b=200");
        int textBytes = "X-Causality-Vector".length() + "a=1,b=200".length();
        int binaryBytes = "causality-vc".length() + 8;

        assertThat(TextTransport.inject(stamp, text::put, textBytes - 1)).isFalse();
        assertThat(BinaryTransport.inject(stamp, binary::put, binaryBytes - 1)).isFalse();
        assertThat(TextTransport.inject(VectorTimestamp.empty(), text::put, 0)).isTrue();
        assertThat(text).isEmpty();
        assertThat(binary).isEmpty();
        assertThat(TextTransport.inject(stamp, text::put, textBytes)).isTrue();
        assertThat(BinaryTransport.inject(stamp, binary::put, binaryBytes)).isTrue();
        assertThat(TextTransport.extractVector(text::get)).contains(stamp);
        assertThat(BinaryTransport.extractVector(binary::get)).contains(stamp);
    }

    @Test
    void limits_areCheckedAndConfigurable() {
        String wide = IntStream.range(0, 257).mapToObj(i -> "n" + i + "=1").collect(Collectors.joining(","));
        text.put("X-Causality-Vector", wide);

        assertThatThrownBy(() -> TextTransport.extractVector(text::get)).hasMessageContaining("over the limit of 256");
        assertThat(TextTransport.extractVector(text::get, new WireLimits(257, wide.length()))
                        .orElseThrow()
                        .size())
                .isEqualTo(257);
        assertThatThrownBy(() -> TextTransport.extractVector(text::get, new WireLimits(257, 100)))
                .hasMessage("X-Causality-Vector: size " + wide.length() + " is over the limit of 100");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WireLimits(0, 1))
                .withMessage("maxEntries must be at least 1, but is 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WireLimits(1, 0))
                .withMessage("maxBytes must be at least 1, but is 0");
    }

    @Test
    void malformed_hasAKind() {
        WireLimits limits = new WireLimits(1, 8);

        assertThat(kindOf(() -> limits.checkSize("h", 9))).isEqualTo(Kind.TOO_LARGE);
        assertThat(kindOf(() -> limits.checkEntries("h", 2, 4))).isEqualTo(Kind.TOO_MANY_ENTRIES);
        assertThat(kindOf(() -> BinaryTransport.extractVector(name -> new byte[9], limits)))
                .isEqualTo(Kind.TOO_LARGE);
        assertThat(kindOf(() -> BinaryTransport.extractVector(name -> new byte[] {(byte) 0x82}, limits)))
                .isEqualTo(Kind.TOO_MANY_ENTRIES);
        assertThat(kindOf(() -> TextTransport.extractVector(name -> "a", limits)))
                .isEqualTo(Kind.MALFORMED);
        assertThat(kindOf(() -> TracedEvent.fromHeaders(Map.of(), new byte[0]))).isEqualTo(Kind.ABSENT);
    }

    private static Kind kindOf(ThrowingCallable reading) {
        return catchThrowableOfType(MalformedCausalityException.class, reading).kind();
    }

    @Test
    void malformed_carriesHeaderPositionAndReasonButNoStackTrace() {
        MalformedCausalityException malformed = new MalformedCausalityException("h", 3, "broken");

        assertThat(malformed.kind()).isEqualTo(Kind.MALFORMED);
        assertThat(malformed.header()).isEqualTo("h");
        assertThat(malformed.position()).isEqualTo(3);
        assertThat(malformed.reason()).isEqualTo("broken");
        assertThat(malformed.fillInStackTrace()).isSameAs(malformed);
        assertThat(malformed.getStackTrace()).isEmpty();
    }

    @Test
    void tryExtractVector_treatsMalformedAsAbsentAndReportsIt() {
        List<MalformedCausalityException> reported = new ArrayList<>();
        text.put("X-Causality-Vector", "a=1,forged");
        binary.put("causality-vc", new byte[8193]);

        assertThat(TextTransport.tryExtractVector(text::get)).isEmpty();
        assertThat(TextTransport.tryExtractVector(text::get, reported::add)).isEmpty();
        assertThat(BinaryTransport.tryExtractVector(binary::get)).isEmpty();
        assertThat(BinaryTransport.tryExtractVector(binary::get, reported::add)).isEmpty();
        assertThat(reported)
                .extracting(MalformedCausalityException::kind)
                .containsExactly(Kind.MALFORMED, Kind.TOO_LARGE);
    }

    @Test
    void tryExtractVector_readsAWellFormedHeaderAndReportsNothing() {
        VectorTimestamp sent = VectorTimestamp.parse("a=1");
        TextTransport.inject(sent, text::put);
        BinaryTransport.inject(sent, binary::put);

        assertThat(TextTransport.tryExtractVector(text::get, Assertions::fail)).contains(sent);
        assertThat(BinaryTransport.tryExtractVector(binary::get, Assertions::fail))
                .contains(sent);
        assertThat(TextTransport.tryExtractVector(name -> null, Assertions::fail))
                .isEmpty();
        assertThat(BinaryTransport.tryExtractVector(name -> null, Assertions::fail))
                .isEmpty();
    }

    @Test
    void tryExtractVector_passesOnWhatTheCarrierThrows() {
        assertThatThrownBy(() -> TextTransport.tryExtractVector(name -> {
                    throw new IllegalStateException("closed");
                }))
                .hasMessage("closed");
    }

    @Test
    void absentHeaders_giveNothing() {
        assertThat(TextTransport.extractLamport(text::get)).isEmpty();
        assertThat(TextTransport.extractVector(text::get)).isEmpty();
        assertThat(TextTransport.extractEvent(text::get, new byte[0])).isEmpty();
        assertThat(BinaryTransport.extractLamport(binary::get)).isEmpty();
        assertThat(BinaryTransport.extractVector(binary::get)).isEmpty();
        assertThat(BinaryTransport.extractEvent(binary::get, new byte[0])).isEmpty();
    }

    @Test
    void everyValue_survivesBothTransports() {
        TracedEvent event =
                TracedEvent.of("id-1", "größe.geändert", "x".getBytes(UTF_8), VectorTimestamp.parse("a=1,b=0"));
        LamportTimestamp lamport = LamportTimestamp.of("host:8080", 42);

        TextTransport.inject(event, text::put);
        TextTransport.inject(lamport, text::put);
        BinaryTransport.inject(event, binary::put);
        BinaryTransport.inject(lamport, binary::put);

        assertThat(TextTransport.extractEvent(text::get, event.payload())).contains(event);
        assertThat(TextTransport.extractLamport(text::get)).contains(lamport);
        assertThat(BinaryTransport.extractEvent(binary::get, event.payload())).contains(event);
        assertThat(BinaryTransport.extractLamport(binary::get)).contains(lamport);
    }

    @Test
    void binaryTexts_areUtf8AndShort() {
        BinaryTransport.inject(
                TracedEvent.of("€".repeat(256), "t", new byte[0], VectorTimestamp.parse("a=1")), binary::put);
        binary.put("causality-lc", HexFormat.of().parseHex("61c3a93a31"));

        assertThat(BinaryTransport.extractEvent(binary::get, new byte[0])).isPresent();
        assertThatThrownBy(() -> BinaryTransport.extractLamport(binary::get))
                .hasMessage("causality-lc: no node id may contain '\\u00c3' at position 1");
        binary.put("causality-etype", new byte[] {'t', (byte) 0xFF});
        assertThatThrownBy(() -> BinaryTransport.extractEvent(binary::get, new byte[0]))
                .hasMessage("causality-etype: is not UTF-8");
        binary.put("causality-etype", new byte[769]);
        assertThatThrownBy(() -> BinaryTransport.extractEvent(binary::get, new byte[0]))
                .hasMessage("causality-etype: 769 bytes cannot be the id or type of an event");
    }

    @Test
    void event_withAMissingPartIsMalformed() {
        assertThatThrownBy(() -> TracedEvent.fromHeaders(text, new byte[0]))
                .hasMessage("X-Causality-Vector: is absent");
        text.put("X-Causality-EventId", "id-1");
        assertThatThrownBy(() -> TextTransport.extractEvent(text::get, new byte[0]))
                .isInstanceOf(MalformedCausalityException.class)
                .hasMessage("X-Causality-EventType: is absent");
        text.put("X-Causality-EventType", "t");
        assertThatThrownBy(() -> TracedEvent.fromHeaders(text, new byte[0]))
                .hasMessage("X-Causality-Vector: is absent");
        text.put("X-Causality-EventType", "a\nb");
        assertThatThrownBy(() -> TracedEvent.fromHeaders(text, new byte[0]))
                .hasMessage("X-Causality-EventType: 'a\\u000ab' cannot be the id or type of an event");
    }

    @Test
    void counterAboveTheWireRange_isNotWritten() {
        VectorTimestamp tooLarge = VectorTimestamp.of(Map.of("a", 1L << 53));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> TextTransport.inject(tooLarge, text::put))
                .withMessage("counter 9007199254740992 of node 'a' is above 2^53-1 and cannot be written");
        assertThatIllegalArgumentException().isThrownBy(() -> BinaryTransport.inject(tooLarge, binary::put));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TextTransport.inject(LamportTimestamp.of("a", 1L << 53), text::put));
        assertThat(text).isEmpty();
    }

    @Test
    void timestampWithoutEntries_leavesItsTextHeaderOut() {
        TextTransport.inject(VectorTimestamp.empty(), text::put);
        BinaryTransport.inject(VectorTimestamp.empty(), binary::put);

        assertThat(text).isEmpty();
        assertThat(BinaryTransport.extractVector(binary::get)).isEqualTo(Optional.of(VectorTimestamp.empty()));
    }
}
