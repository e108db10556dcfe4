// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork;

import dev.likeaclockwork.internal.codec.VectorPack;
import dev.likeaclockwork.internal.codec.VectorText;
import dev.likeaclockwork.wire.WireLimits;

/** Calls core's codecs with timestamps, for tests of the codecs. */
final class Wire {
    private Wire() {}

    static String text(VectorTimestamp timestamp) {
        return VectorText.encode(timestamp.shared, timestamp.own);
    }

    static VectorTimestamp parse(String header, String text, WireLimits limits) {
        return VectorTimestamp.from(VectorText.decode(header, text, limits));
    }

    static byte[] pack(VectorTimestamp timestamp) {
        return VectorPack.encode(timestamp.shared, timestamp.own);
    }

    static VectorTimestamp unpack(String header, byte[] bytes, WireLimits limits) {
        return VectorTimestamp.from(VectorPack.decode(header, bytes, limits));
    }
}
