// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.likeaclockwork.VectorTimestamp;
import java.time.Duration;
import java.time.InstantSource;
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
            assertThatThrownBy(() -> call(() -> texts().update("k", slot -> Change.write("new", "new"))))
                    .isInstanceOf(CorruptStateException.class)
                    .hasMessage(
                            "The state 'texts' of key 'k' cannot be read: its checksum is wrong. It was left as it is."
                                    + " Restore it from a backup, or delete it: then events of this key are judged, and values"
                                    + " are written, as if there never were any");
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
}
