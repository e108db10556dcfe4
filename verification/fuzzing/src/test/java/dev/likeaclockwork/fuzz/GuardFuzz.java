// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.fuzz;

import dev.likeaclockwork.guard.Action;
import dev.likeaclockwork.guard.CausalDeduplicator;
import dev.likeaclockwork.guard.GuardPolicy;
import dev.likeaclockwork.guard.memory.MemoryStore;
import dev.likeaclockwork.guard.state.Codec;
import dev.likeaclockwork.guard.state.CorruptStateException;
import dev.likeaclockwork.guard.state.StateKind;
import dev.likeaclockwork.guard.state.StateStore;
import dev.likeaclockwork.guard.state.StateTable;
import dev.likeaclockwork.guard.versioned.VersionedStore;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;

/** Any bytes as a stored state of the guard, with the checksum that they came with and with a right one. */
public final class GuardFuzz {
    private static final int CHECKSUM_SIZE = 4;

    private static final List<Codec<?>> CODECS = codecs();

    private GuardFuzz() {}

    /** As a store sees them. */
    private static List<Codec<?>> codecs() {
        List<Codec<?>> codecs = new ArrayList<>();
        MemoryStore memory = MemoryStore.ofAtMost(1);
        StateStore store = new StateStore() {
            @Override
            public <S> StateTable<S> table(StateKind<S> kind) {
                codecs.add(kind.codec());
                return memory.table(kind);
            }
        };
        CausalDeduplicator.on(store, GuardPolicy.operations(Action.DROP)).build();
        VersionedStore.in(store, "values", "db", Codec.utf8());
        return codecs;
    }

    /** Called by the fuzzer. */
    public static void fuzzerTestOneInput(byte[] data) {
        byte[] signed = Arrays.copyOf(data, data.length + CHECKSUM_SIZE);
        CRC32C checksum = new CRC32C();
        checksum.update(data);
        ByteBuffer.wrap(signed).putInt(data.length, (int) checksum.getValue());
        for (Codec<?> codec : CODECS) {
            check(codec, data);
            check(codec, signed);
        }
    }

    /** What is read can be written, and read again as the same. */
    private static <S> void check(Codec<S> codec, byte[] bytes) {
        S state;
        try {
            state = codec.decode(bytes);
        } catch (CorruptStateException e) {
            return;
        }
        byte[] written = codec.encode(state);
        if (!Arrays.equals(written, codec.encode(codec.decode(written)))) {
            throw new AssertionError("not the same when it is read again: " + Arrays.toString(bytes));
        }
    }
}
