// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.likeaclockwork.VectorClock;
import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.guard.event.IncomingEvent;
import dev.likeaclockwork.guard.history.KeyHistory;
import dev.likeaclockwork.guard.history.PendingEffect;
import dev.likeaclockwork.guard.history.Pruning;
import dev.likeaclockwork.guard.state.CorruptStateException;
import dev.likeaclockwork.guard.verdict.GuardLimits;
import java.time.Instant;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

public class HistoryCodecTest {
    private static final HistoryCodec CODEC = new HistoryCodec();

    /** Writes a history and reads it again. */
    public static KeyHistory throughBytes(KeyHistory history) {
        byte[] bytes = CODEC.encode(history);
        KeyHistory read = CODEC.decode(bytes);
        assertThat(CODEC.encode(read)).isEqualTo(bytes);
        return read;
    }

    private static KeyHistory contiguous(int nodes, int events) {
        KeyHistory history = KeyHistory.EMPTY;
        VectorTimestamp last = VectorTimestamp.empty();
        VectorClock[] writers = new VectorClock[nodes];
        for (int i = 0; i < nodes; i++) {
            writers[i] = new VectorClock("order-service-" + i);
        }
        for (int i = 0; i < events; i++) {
            VectorClock writer = writers[i % nodes];
            writer.merge(last);
            last = writer.tick();
            history = history.with(IncomingEvent.byDot(writer.node(), last).stamp());
        }
        return history;
    }

    private static KeyHistory everything() {
        VectorTimestamp vector = VectorTimestamp.parse("a=3,b=0,c=9007199254740991");
        KeyHistory history = KeyHistory.EMPTY
                .with(IncomingEvent.byDot("a", vector).stamp())
                .with(IncomingEvent.byDot("b", VectorTimestamp.parse("a=9,b=7"))
                        .withLamportTime(99)
                        .stamp())
                .with(IncomingEvent.byId(UUID.randomUUID().toString(), VectorTimestamp.empty())
                        .stamp())
                .with(IncomingEvent.byId("ÄÖ id", VectorTimestamp.parse("d=1")).stamp())
                .withPending(new PendingEffect(
                        IncomingEvent.byDot("e", VectorTimestamp.parse("e=5")).stamp(), Long.MAX_VALUE));
        return Pruning.within(GuardLimits.DEFAULT.withFrontier(2), history, Instant.ofEpochMilli(1234));
    }

    @Test
    void contiguousHistory_takesAtMost200Bytes() {
        byte[] bytes = CODEC.encode(contiguous(5, 100_000));

        assertThat(bytes).hasSizeLessThanOrEqualTo(200);
    }

    @Test
    void history_survivesItsBinaryForm() {
        KeyHistory read = throughBytes(everything());

        assertThat(read.forgotten()).isEqualTo(everything().forgotten());
        assertThat(read.frontier().stamps()).isEqualTo(everything().frontier().stamps());
        assertThat(read.pending().values()).isEqualTo(everything().pending().values());
        throughBytes(KeyHistory.EMPTY);
        throughBytes(KeyHistory.lost(Instant.EPOCH));
    }

    @Test
    void damage_isAlwaysRefused() {
        byte[] bytes = CODEC.encode(everything());
        for (int i = 0; i < bytes.length; i++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] damaged = bytes.clone();
                damaged[i] ^= (byte) (1 << bit);
                assertThatThrownBy(() -> CODEC.decode(damaged)).isInstanceOf(CorruptStateException.class);
            }
            byte[] cut = Arrays.copyOf(bytes, i);
            assertThatThrownBy(() -> CODEC.decode(cut)).isInstanceOf(CorruptStateException.class);
        }
        assertThatThrownBy(() -> CODEC.decode(Arrays.copyOf(bytes, bytes.length + 1)))
                .isInstanceOf(CorruptStateException.class)
                .hasMessageContaining("its checksum is wrong. Restore it from a backup, or delete it");
    }

    @Test
    void damageUnderARightChecksum_isRefusedWithoutMuchAllocation() {
        SplittableRandom random = new SplittableRandom(1);
        byte[] bytes = CODEC.encode(everything());
        for (int i = 0; i < 10_000; i++) {
            byte[] damaged = bytes.clone();
            damaged[random.nextInt(2, bytes.length - 4)] = (byte) random.nextInt();
            damaged[random.nextInt(2, bytes.length - 4)] = (byte) random.nextInt();
            sign(damaged);
            try {
                CODEC.encode(CODEC.decode(damaged));
            } catch (CorruptStateException e) {
                assertThat(e).hasMessageContaining("Restore it from a backup");
            }
        }
    }

    private static void sign(byte[] state) {
        int checksum = StateWriter.checksum(state, state.length - 4);
        java.nio.ByteBuffer.wrap(state).putInt(state.length - 4, checksum);
    }

    @Test
    void laterVersion_isRefusedAndNotCalledDamaged() {
        byte[] bytes = CODEC.encode(everything());
        bytes[1] = 2;

        assertThatThrownBy(() -> CODEC.decode(bytes))
                .isInstanceOf(CorruptStateException.class)
                .hasMessage(
                        "its format is version 2, and this program reads up to 1. Run the version that wrote it, or a"
                                + " later one; it is not damaged, so do not delete it");
    }

    @Test
    void stateOfAnotherKind_isRefused() {
        byte[] bytes = new ConflictCodec().encode(java.util.List.of());

        assertThatThrownBy(() -> CODEC.decode(bytes)).hasMessageStartingWith("it does not start with 'H'");
    }
}
