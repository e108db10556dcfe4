// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.testkit;

import static dev.likeaclockwork.testkit.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.likeaclockwork.LamportTimestamp;
import dev.likeaclockwork.TextTransport;
import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.wire.MalformedCausalityException;
import dev.likeaclockwork.wire.WireLimits;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The contract of text transports refuses what is broken. */
class BrokenTextTransportsTest {
    private static final String ROUND_TRIP = "seededValues_comeBackAsTheyWere";
    private static final String ZEROS = "zeroEntries_areKept";
    private static final String MALFORMED_VECTORS = "malformedVectors_areRefused";
    private static final String MALFORMED_LAMPORTS = "malformedLamports_areRefused";
    private static final String CHANGED = "changedVectors_areReadOrRefused";
    private static final String LIMITS = "vectorOverALimit_isRefused";

    @Test
    void soundTransport_isNotRefused() throws Exception {
        assertThat(Refusals.of(new CoreTextTransport())).isEmpty();
    }

    @Test
    void transportThatDropsZeros_isRefused() throws Exception {
        assertRefused(
                new CoreTextTransport() {
                    @Override
                    public void inject(VectorTimestamp timestamp, Map<String, String> carrier) {
                        super.inject(Refusals.withoutZeros(timestamp), carrier);
                    }
                },
                ZEROS,
                ROUND_TRIP,
                "vector_isWrittenInTheOrderOfIds");
    }

    @Test
    void valueReadBySplitting_isRefused() throws Exception {
        assertRefused(
                new CoreTextTransport() {
                    @Override
                    public Optional<VectorTimestamp> extractVector(Map<String, String> carrier) {
                        String lower = TextTransport.VECTOR_HEADER.toLowerCase(Locale.ROOT);
                        return Optional.ofNullable(
                                        carrier.getOrDefault(TextTransport.VECTOR_HEADER, carrier.get(lower)))
                                .map(BrokenTextTransportsTest::split);
                    }
                },
                MALFORMED_VECTORS,
                CHANGED,
                LIMITS);
    }

    /**
     * As most hand-written parsers do it: plus signs, repeated ids and blanks inside pass, the rest throws anything.
     */
    private static VectorTimestamp split(String text) {
        Map<String, Long> counters = new TreeMap<>();
        for (String entry : text.split(",", -1)) {
            String[] parts = entry.split("=", -1);
            counters.put(parts[0].trim(), Long.parseLong(parts[1].trim()));
        }
        return VectorTimestamp.of(counters);
    }

    @Test
    void noLimits_areRefused() throws Exception {
        WireLimits none = new WireLimits(Integer.MAX_VALUE, Integer.MAX_VALUE);
        assertRefused(
                new CoreTextTransport() {
                    @Override
                    public Optional<VectorTimestamp> extractVector(Map<String, String> carrier) {
                        return TextTransport.extractVector(carrier::get, none);
                    }
                },
                LIMITS);
    }

    @Test
    void exactHeaderNames_areRefused() throws Exception {
        assertRefused(
                new CoreTextTransport() {
                    @Override
                    public Optional<VectorTimestamp> extractVector(Map<String, String> carrier) {
                        return Optional.ofNullable(carrier.get(TextTransport.VECTOR_HEADER))
                                .map(VectorTimestamp::parse);
                    }
                },
                "headers_areFoundInLowerCase");
    }

    @Test
    void malformedTakenForAbsent_isRefused() throws Exception {
        assertRefused(
                new CoreTextTransport() {
                    @Override
                    public Optional<VectorTimestamp> extractVector(Map<String, String> carrier) {
                        try {
                            return super.extractVector(carrier);
                        } catch (MalformedCausalityException malformed) {
                            return Optional.empty();
                        }
                    }
                },
                MALFORMED_VECTORS,
                LIMITS);
    }

    @Test
    void lamportSplitAtItsFirstColon_isRefused() throws Exception {
        assertRefused(
                new CoreTextTransport() {
                    @Override
                    public Optional<LamportTimestamp> extractLamport(Map<String, String> carrier) {
                        return Optional.ofNullable(carrier.get(TextTransport.LAMPORT_HEADER))
                                .map(text -> text.split(":", 2))
                                .map(parts -> LamportTimestamp.of(parts[0], Long.parseLong(parts[1])));
                    }
                },
                ROUND_TRIP,
                MALFORMED_LAMPORTS,
                "lamport_isSplitAtItsLastColon");
    }

    @Test
    void countersAboveTheWireRange_areRefused() throws Exception {
        assertRefused(
                new CoreTextTransport() {
                    @Override
                    public void inject(LamportTimestamp timestamp, Map<String, String> carrier) {
                        carrier.put(TextTransport.LAMPORT_HEADER, timestamp.toString());
                    }
                },
                "counterAboveTheWireRange_isNotWritten");
    }

    @Test
    void absentTakenForEmpty_isRefused() throws Exception {
        assertRefused(
                new CoreTextTransport() {
                    @Override
                    public Optional<VectorTimestamp> extractVector(Map<String, String> carrier) {
                        return super.extractVector(carrier).or(() -> Optional.of(VectorTimestamp.empty()));
                    }
                },
                "emptyCarrier_givesNothing",
                "timestampWithoutEntries_leavesItsHeaderOut");
    }

    @Test
    void blanksTakenForMalformed_areRefused() throws Exception {
        assertRefused(
                new CoreTextTransport() {
                    @Override
                    public Optional<VectorTimestamp> extractVector(Map<String, String> carrier) {
                        return TextTransport.extractVector(name -> strict(carrier.get(name)));
                    }

                    private String strict(String value) {
                        return value == null ? null : value.replace(' ', '?');
                    }
                },
                "vector_isReadInAnyOrderWithBlanksAndLeadingZeros");
    }
}
