// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.versioned;

import dev.likeaclockwork.Dot;
import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.guard.codec.StateReader;
import dev.likeaclockwork.guard.codec.StateWriter;
import dev.likeaclockwork.guard.state.Codec;
import dev.likeaclockwork.guard.state.CorruptStateException;
import java.util.ArrayList;
import java.util.List;

/** The binary form of versioned values. Thread-safe if the codec of values is. */
final class VersionedCodec<T> implements Codec<Versioned<T>> {
    private static final char MARK = 'V';

    private final Codec<T> values;

    VersionedCodec(Codec<T> values) {
        this.values = values;
    }

    @Override
    public byte[] encode(Versioned<T> versioned) {
        StateWriter out = new StateWriter();
        out.putVector(versioned.context());
        out.putNumber(versioned.siblings().size());
        for (Version<T> sibling : versioned.siblings()) {
            out.putNode(sibling.dot().node());
            out.putNumber(sibling.dot().counter());
            out.putNumber(sibling.lamportTime());
            out.putBytes(values.encode(sibling.value()));
        }
        return out.finish(MARK);
    }

    @Override
    public Versioned<T> decode(byte[] bytes) {
        return StateReader.read(MARK, bytes, in -> {
            VectorTimestamp context = in.vector();
            int size = in.count(4);
            List<Version<T>> siblings = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                siblings.add(new Version<>(new Dot(in.node(), in.number()), in.number(), value(in.bytes())));
            }
            return Versioned.of(context, siblings);
        });
    }

    private T value(byte[] bytes) {
        try {
            return values.decode(bytes);
        } catch (RuntimeException e) {
            throw CorruptStateException.damaged("its value cannot be decoded: " + e);
        }
    }
}
