// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.testkit;

import dev.likeaclockwork.LamportTimestamp;
import dev.likeaclockwork.TextTransport;
import dev.likeaclockwork.TracedEvent;
import dev.likeaclockwork.VectorTimestamp;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Core's text transport on a plain map. */
class CoreTextTransport extends TextTransportContract<Map<String, String>> {
    @Override
    public Map<String, String> newCarrier() {
        return new HashMap<>();
    }

    @Override
    public void put(Map<String, String> carrier, String name, String value) {
        carrier.put(name, value);
    }

    @Override
    public String get(Map<String, String> carrier, String name) {
        return carrier.get(name);
    }

    @Override
    public void inject(VectorTimestamp timestamp, Map<String, String> carrier) {
        TextTransport.inject(timestamp, carrier::put);
    }

    @Override
    public void inject(LamportTimestamp timestamp, Map<String, String> carrier) {
        TextTransport.inject(timestamp, carrier::put);
    }

    @Override
    public void inject(TracedEvent event, Map<String, String> carrier) {
        TextTransport.inject(event, carrier::put);
    }

    @Override
    public Optional<VectorTimestamp> extractVector(Map<String, String> carrier) {
        return TextTransport.extractVector(carrier::get);
    }

    @Override
    public Optional<LamportTimestamp> extractLamport(Map<String, String> carrier) {
        return TextTransport.extractLamport(carrier::get);
    }

    @Override
    public Optional<TracedEvent> extractEvent(Map<String, String> carrier, byte[] payload) {
        return TextTransport.extractEvent(carrier::get, payload);
    }
}
