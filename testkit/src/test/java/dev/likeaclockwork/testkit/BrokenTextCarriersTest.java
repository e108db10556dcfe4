// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.testkit;

import static dev.likeaclockwork.testkit.Refusals.assertRefused;

import dev.likeaclockwork.TextTransport;
import dev.likeaclockwork.TracedEvent;
import dev.likeaclockwork.VectorTimestamp;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The contract of text transports refuses what harms the carrier or the event. */
class BrokenTextCarriersTest {
    private static final String OTHERS = "severalHeaders_doNotDisturbEachOther";

    @Test
    void carrierClearedByInjection_isRefused() throws Exception {
        assertRefused(
                new CoreTextTransport() {
                    @Override
                    public void inject(TracedEvent event, Map<String, String> carrier) {
                        carrier.clear();
                        super.inject(event, carrier);
                    }
                },
                OTHERS);
    }

    @Test
    void headerTakenAwayByExtraction_isRefused() throws Exception {
        assertRefused(
                new CoreTextTransport() {
                    @Override
                    public Optional<VectorTimestamp> extractVector(Map<String, String> carrier) {
                        return TextTransport.extractVector(carrier::remove);
                    }
                },
                "extraction_leavesTheHeaderAsItIs");
    }

    @Test
    void eventWithoutItsType_isRefused() throws Exception {
        assertRefused(
                new CoreTextTransport() {
                    @Override
                    public Optional<TracedEvent> extractEvent(Map<String, String> carrier, byte[] payload) {
                        return carrier.containsKey(TextTransport.EVENT_ID_HEADER)
                                ? super.extractEvent(carrier, payload)
                                : Optional.empty();
                    }
                },
                "eventWithAMissingPart_isRefused");
    }

    @Test
    void eventTypeInAscii_isRefused() throws Exception {
        assertRefused(
                new CoreTextTransport() {
                    @Override
                    public void inject(TracedEvent event, Map<String, String> carrier) {
                        super.inject(event, carrier);
                        byte[] ascii = event.type().getBytes(StandardCharsets.US_ASCII);
                        carrier.put(TextTransport.EVENT_TYPE_HEADER, new String(ascii, StandardCharsets.US_ASCII));
                    }
                },
                "event_comesBackAsItWas");
    }
}
