// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.guard.Action;
import dev.likeaclockwork.guard.CausalDeduplicator;
import dev.likeaclockwork.guard.GuardPolicy;
import dev.likeaclockwork.guard.StateStoreContract;
import dev.likeaclockwork.guard.event.IncomingEvent;
import dev.likeaclockwork.guard.state.StateStore;
import dev.likeaclockwork.guard.verdict.Doubt;
import dev.likeaclockwork.guard.verdict.Judgement;
import dev.likeaclockwork.guard.verdict.Verdict;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MemoryStoreTest extends StateStoreContract {
    /** Many more than the few hundred writes that Caffeine may have in its buffer when it evicts in the background. */
    private static final int MAX_KEYS = 2000;

    @Override
    protected StateStore open(InstantSource time) {
        return MemoryStore.ofAtMost(1000, time);
    }

    @Test
    void evictedKey_isUnknownAndNeverTakenForTheFirst() {
        CausalDeduplicator guard = CausalDeduplicator.on(
                        MemoryStore.ofAtMost(MAX_KEYS), GuardPolicy.operations(Action.DROP))
                .build();
        IncomingEvent event = IncomingEvent.byDot("a", VectorTimestamp.parse("a=1"));
        for (int key = 0; key < 5 * MAX_KEYS; key++) {
            guard.process("key " + key, event, () -> {});
        }
        int duplicates = 0;
        int unseen = 0;
        for (int key = 0; key < 5 * MAX_KEYS; key++) {
            Judgement judgement = guard.judge("key " + key, event);
            duplicates += judgement.verdict() == Verdict.DUPLICATE ? 1 : 0;
            assertThat(judgement.verdict() == Verdict.DUPLICATE
                            || judgement.doubt().equals(Optional.of(Doubt.FORGOTTEN)))
                    .as("%s", judgement)
                    .isTrue();
            unseen += guard.judge("unseen " + key, event).verdict() == Verdict.NEW ? 1 : 0;
        }

        assertThat(duplicates).isBetween(1, 2 * MAX_KEYS);
        assertThat(unseen).isGreaterThan(5 * MAX_KEYS * 95 / 100);
    }

    @Test
    void sizeOutOfRange_isRefused() {
        assertThatThrownBy(() -> MemoryStore.ofAtMost(0)).hasMessage("maximumKeys must be 1 to 2^31-1, but is 0");
    }
}
