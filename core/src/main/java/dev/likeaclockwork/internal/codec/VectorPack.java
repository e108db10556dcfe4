// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.internal.codec;

import dev.likeaclockwork.internal.bytes.MessagePack;
import dev.likeaclockwork.internal.careful.PackReader;
import dev.likeaclockwork.internal.fast.CodecCache;
import dev.likeaclockwork.internal.fast.KnownPackCodec;
import dev.likeaclockwork.internal.vector.Counters;
import dev.likeaclockwork.internal.vector.SharedVector;
import dev.likeaclockwork.wire.WireLimits;

/** The binary form of vector timestamps: a MessagePack map from node id to counter, each in its smallest encoding. */
public final class VectorPack {
    private VectorPack() {}

    public static SharedVector decode(String header, byte[] bytes, WireLimits limits) {
        SharedVector known = KnownPackCodec.decode(bytes, limits);
        if (known != null) {
            return known;
        }
        SharedVector read = new PackReader(header, bytes, limits).read();
        CodecCache.remember(KnownPackCodec.signature(bytes), read.members);
        return read;
    }

    public static byte[] encode(SharedVector vector, long own) {
        for (int i = 0; i < vector.size(); i++) {
            Counters.checkOnWire(vector.members.id(i), vector.counter(i, own));
        }
        KnownPackCodec known = CodecCache.pack(vector.members);
        return known != null ? known.write(vector, own) : encodeOnce(vector, own);
    }

    private static byte[] encodeOnce(SharedVector vector, long own) {
        byte[] out = new byte[size(vector, own)];
        int at = MessagePack.putMapHead(out, 0, vector.size());
        for (int i = 0; i < vector.size(); i++) {
            at = MessagePack.putString(out, at, vector.members.id(i));
            at = MessagePack.putUnsigned(out, at, vector.counter(i, own));
        }
        return out;
    }

    /** The bytes that it takes. */
    private static int size(SharedVector vector, long own) {
        int size = MessagePack.mapHeadSize(vector.size());
        for (int i = 0; i < vector.size(); i++) {
            size += MessagePack.stringSize(vector.members.id(i));
            size += MessagePack.unsignedSize(vector.counter(i, own));
        }
        return size;
    }
}
