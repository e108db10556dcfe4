// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork;

import dev.likeaclockwork.wire.WireLimits;

/** The binary form of vector timestamps: a MessagePack map from node id to counter, each in its smallest encoding. */
final class VectorPack {
    private VectorPack() {}

    static VectorTimestamp decode(String header, byte[] bytes, WireLimits limits) {
        VectorTimestamp known = KnownPack.decode(bytes, limits);
        if (known != null) {
            return known;
        }
        VectorTimestamp read = new PackedEntries(header, bytes, limits).read();
        Memberships.remember(KnownPack.signature(bytes), read.base.members);
        return read;
    }

    static byte[] encode(VectorTimestamp timestamp) {
        timestamp.forEach(Counters::checkOnWire);
        KnownPack known = timestamp.base.members.pack();
        return known != null ? known.write(timestamp) : encodeOnce(timestamp);
    }

    private static byte[] encodeOnce(VectorTimestamp timestamp) {
        byte[] out = new byte[size(timestamp)];
        int at = MessagePack.putMapHead(out, 0, timestamp.size());
        for (int i = 0; i < timestamp.size(); i++) {
            at = MessagePack.putString(out, at, timestamp.base.members.id(i));
            at = MessagePack.putUnsigned(out, at, timestamp.counter(i));
        }
        return out;
    }

    /** The bytes that it takes. */
    private static int size(VectorTimestamp timestamp) {
        int size = MessagePack.mapHeadSize(timestamp.size());
        for (int i = 0; i < timestamp.size(); i++) {
            size += MessagePack.stringSize(timestamp.base.members.id(i));
            size += MessagePack.unsignedSize(timestamp.counter(i));
        }
        return size;
    }
}
