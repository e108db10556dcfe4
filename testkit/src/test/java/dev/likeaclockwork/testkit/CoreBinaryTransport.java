// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.testkit;

import dev.likeaclockwork.BinaryTransport;
import dev.likeaclockwork.LamportTimestamp;
import dev.likeaclockwork.TracedEvent;
import dev.likeaclockwork.VectorTimestamp;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Core's binary transport on a plain map. */
class CoreBinaryTransport extends BinaryTransportContract<Map<String, byte[]>> {
    @Override
    public Map<String, byte[]> newCarrier() {
        return new HashMap<>();
    }

    @Override
    public void put(Map<String, byte[]> carrier, String name, byte[] value) {
        carrier.put(name, value);
    }

    @Override
    public byte[] get(Map<String, byte[]> carrier, String name) {
        return carrier.get(name);
    }

    @Override
    public void inject(VectorTimestamp timestamp, Map<String, byte[]> carrier) {
        BinaryTransport.inject(timestamp, carrier::put);
    }

    @Override
    public void inject(LamportTimestamp timestamp, Map<String, byte[]> carrier) {
        BinaryTransport.inject(timestamp, carrier::put);
    }

    @Override
    public void inject(TracedEvent event, Map<String, byte[]> carrier) {
        BinaryTransport.inject(event, carrier::put);
    }

    @Override
    public Optional<VectorTimestamp> extractVector(Map<String, byte[]> carrier) {
        return BinaryTransport.extractVector(carrier::get);
    }

    @Override
    public Optional<LamportTimestamp> extractLamport(Map<String, byte[]> carrier) {
        return BinaryTransport.extractLamport(carrier::get);
    }

    @Override
    public Optional<TracedEvent> extractEvent(Map<String, byte[]> carrier, byte[] payload) {
        return BinaryTransport.extractEvent(carrier::get, payload);
    }
}
