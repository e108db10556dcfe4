// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.guard.event.IncomingEvent;
import dev.likeaclockwork.guard.state.Change;
import dev.likeaclockwork.guard.state.Codec;
import dev.likeaclockwork.guard.state.CorruptStateException;
import dev.likeaclockwork.guard.state.StateKind;
import dev.likeaclockwork.guard.state.StateStore;
import dev.likeaclockwork.guard.state.StateTable;
import dev.likeaclockwork.guard.verdict.Verdict;
import dev.likeaclockwork.guard.versioned.Merge;
import dev.likeaclockwork.guard.versioned.Versioned;
import dev.likeaclockwork.guard.versioned.VersionedStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What every {@link StateStore} does whose content outlives it. */
public abstract class DurableStoreContract extends StateStoreContract {
    /** For test classes. */
    protected DurableStoreContract() {}

    /** Another store over the content of the last one that was opened, which is not used any more. */
    protected abstract StateStore reopen(InstantSource time);

    @Test
    void content_outlivesTheStore() throws Exception {
        write(texts(), "idle", "idle");
        now = START.plus(Duration.ofHours(1));
        write(texts(), "k", "kept");
        call(() -> texts().expire(now));
        store = reopen(() -> now);

        assertThat(read(texts(), "k")).isEqualTo("kept");
        assertThat(call(() -> texts().read("idle")).lostUntil()).isNotNull();
    }

    @Test
    void damagedState_isRefusedByNameAndLeftAsItIs() throws Exception {
        write(texts(), "k", "damaged");

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> call(() -> texts().update("k", stored -> Change.write("new", "new"))))
                    .isInstanceOf(CorruptStateException.class)
                    .hasMessage(
                            "The state 'texts' of key 'k' cannot be read: its checksum is wrong. It was left as it is."
                                    + " Restore it from a backup, or delete it: then events of this key are judged, and"
                                    + " values are written, as if there had never been any");
            assertThatThrownBy(() -> call(() -> texts().read("k"))).isInstanceOf(CorruptStateException.class);
        }
    }

    @Test
    void verdicts_outliveTheStore() throws Exception {
        IncomingEvent event = IncomingEvent.byDot("a", VectorTimestamp.parse("a=1"));
        GuardPolicy policy = GuardPolicy.operations(Action.DROP);
        CausalDeduplicator before = CausalDeduplicator.on(store, policy).build();
        call(() -> before.process("k", event, () -> {}));
        CausalDeduplicator after =
                CausalDeduplicator.on(reopen(() -> now), policy).build();

        assertThat(call(() -> after.judge("k", event)).verdict()).isEqualTo(Verdict.DUPLICATE);
    }

    /** The bytes of a state, by the name that its kind has. */
    private StateTable<byte[]> bytes(String kind) {
        Codec<byte[]> same = new Codec<>() {
            @Override
            public byte[] encode(byte[] value) {
                return value.clone();
            }

            @Override
            public byte[] decode(byte[] bytes) {
                return bytes.clone();
            }
        };
        return store.table(new StateKind<>(kind, same, true));
    }

    /** As a later version of this program would write it, with a format that this one does not know. */
    private byte[] makeLater(String kind) throws Exception {
        return call(() -> bytes(kind).update("k", stored -> {
            byte[] later = stored.state().clone();
            later[1]++;
            return Change.write(later, later);
        }));
    }

    private static void assertRefusedAsLater(String kind, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(CorruptStateException.class)
                .hasMessage(
                        "The state '" + kind + "' of key 'k' cannot be read: its format is version 2, and this program"
                                + " reads up to 1. It was left as it is. Run the version that wrote it, or a later one;"
                                + " it is not damaged, so do not delete it");
    }

    @Test
    void historyOfALaterVersion_isRefusedAndLeftToTheByte() throws Exception {
        CausalDeduplicator guard = CausalDeduplicator.on(store, GuardPolicy.operations(Action.PROCESS))
                .build();
        call(() -> guard.process("k", IncomingEvent.byDot("a", VectorTimestamp.parse("a=1")), () -> {}));
        byte[] later = makeLater("events-history");
        AtomicInteger effects = new AtomicInteger();

        IncomingEvent next = IncomingEvent.byDot("a", VectorTimestamp.parse("a=2"));
        assertRefusedAsLater("events-history", () -> call(() -> guard.process("k", next, effects::incrementAndGet)));
        assertRefusedAsLater("events-history", () -> call(() -> guard.admit("k", next)));
        assertThat(effects).hasValue(0);
        assertThat(call(() -> bytes("events-history").read("k")).state()).isEqualTo(later);
    }

    @Test
    void conflictsOfALaterVersion_areRefusedAndLeftToTheByte() throws Exception {
        CausalDeduplicator guard = CausalDeduplicator.on(store, GuardPolicy.operations(Action.PROCESS))
                .build();
        call(() -> guard.process("k", IncomingEvent.byDot("a", VectorTimestamp.parse("a=1")), () -> {}));
        call(() -> guard.process("k", IncomingEvent.byDot("b", VectorTimestamp.parse("b=1")), () -> {}));
        assertThat(call(() -> guard.conflicts().of("k"))).hasSize(1);
        byte[] later = makeLater("events-conflicts");
        AtomicInteger effects = new AtomicInteger();

        IncomingEvent next = IncomingEvent.byDot("c", VectorTimestamp.parse("c=1"));
        assertRefusedAsLater("events-conflicts", () -> call(() -> guard.process("k", next, effects::incrementAndGet)));
        assertRefusedAsLater(
                "events-conflicts", () -> call(() -> guard.conflicts().of("k")));
        assertRefusedAsLater(
                "events-conflicts",
                () -> call(() -> guard.conflicts()
                        .resolve("k", ConflictHandler.keepBoth(), event -> effects.incrementAndGet())));
        assertThat(effects).hasValue(0);
        assertThat(call(() -> bytes("events-conflicts").read("k")).state()).isEqualTo(later);
    }

    @Test
    void valueOfALaterVersion_isRefusedAndLeftToTheByte() throws Exception {
        VersionedStore<String> values = VersionedStore.in(store, "stock", "db", Codec.utf8());
        Versioned<String> one =
                call(() -> values.put("k", VectorTimestamp.empty(), "one")).now();
        byte[] later = makeLater("stock-versioned");

        assertRefusedAsLater("stock-versioned", () -> call(() -> values.put("k", one.context(), "two")));
        assertRefusedAsLater("stock-versioned", () -> call(() -> values.resolve("k", Merge.lastWriter())));
        assertRefusedAsLater("stock-versioned", () -> call(() -> values.mergeIn("k", one)));
        assertThat(call(() -> bytes("stock-versioned").read("k")).state()).isEqualTo(later);
    }
}
