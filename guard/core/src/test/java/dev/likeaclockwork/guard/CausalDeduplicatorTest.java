// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.likeaclockwork.TracedEvent;
import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.guard.event.IncomingEvent;
import dev.likeaclockwork.guard.memory.MemoryStore;
import dev.likeaclockwork.guard.verdict.Doubt;
import dev.likeaclockwork.guard.verdict.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CausalDeduplicatorTest {
    private static final Instant START = Instant.parse("2026-11-24T00:00:00Z");
    private static final String KEY = "order:42";

    private final List<String> effects = new ArrayList<>();
    private Instant now = START;
    private final MemoryStore store = MemoryStore.ofAtMost(1000, () -> now);

    private CausalDeduplicatorBuilder settings(GuardPolicy policy) {
        return CausalDeduplicator.on(store, policy).time(() -> now);
    }

    private final CausalDeduplicator guard =
            settings(GuardPolicy.operations(Action.QUEUE)).build();

    private static IncomingEvent event(String node, String vector) {
        return IncomingEvent.byDot(node, VectorTimestamp.parse(vector));
    }

    private Decision process(CausalDeduplicator guard, IncomingEvent event) {
        return guard.process(KEY, event, () -> effects.add(event.stamp().name().toString()));
    }

    private Decision process(String node, String vector) {
        return process(guard, event(node, vector));
    }

    @Test
    void newEvent_isProcessedAndItsDuplicateDropped() {
        assertThat(process("a", "a=1").verdict()).isEqualTo(Verdict.NEW);
        Decision again = process("a", "a=1");

        assertThat(again.action()).isEqualTo(Action.DROP);
        assertThat(again.verdict()).isEqualTo(Verdict.DUPLICATE);
        assertThat(again.judgement().evidence())
                .containsExactly(event("a", "a=1").stamp());
        assertThat(effects).containsExactly("a:1");
    }

    @Test
    void lateOperation_isProcessedAndNotTakenForADuplicate() {
        process("a", "a=2");
        Decision late = process("a", "a=1");

        assertThat(late.verdict()).isEqualTo(Verdict.STALE);
        assertThat(effects).containsExactly("a:2", "a:1");
        assertThat(process("a", "a=1").verdict()).isEqualTo(Verdict.DUPLICATE);
    }

    @Test
    void lateFullState_isDropped() {
        CausalDeduplicator fullState =
                settings(GuardPolicy.fullState(Action.DROP)).build();
        process(fullState, event("a", "a=2"));

        assertThat(process(fullState, event("a", "a=1")).action()).isEqualTo(Action.DROP);
        assertThat(effects).containsExactly("a:2");
    }

    @Test
    void latest_areTheMaximalProcessedEvents() {
        assertThat(guard.latest(KEY)).isEmpty();
        process("a", "a=2");
        process("a", "a=1");
        process("b", "b=1");

        assertThat(guard.latest(KEY)).containsExactly(event("a", "a=2").stamp());
    }

    @Test
    void queuedEvent_isReportedOnce() {
        List<Conflict> told = new ArrayList<>();
        CausalDeduplicator telling = settings(GuardPolicy.operations(Action.QUEUE))
                .whenQueued(told::add)
                .build();
        process(telling, event("a", "a=1"));
        process(telling, event("b", "b=1"));
        process(telling, event("b", "b=1"));

        assertThat(told).singleElement().satisfies(conflict -> {
            assertThat(conflict.key()).isEqualTo(KEY);
            assertThat(conflict.event().stamp()).isEqualTo(event("b", "b=1").stamp());
            assertThat(conflict.against()).containsExactly(event("a", "a=1").stamp());
        });
    }

    @Test
    void concurrentEvent_waitsInTheQueueUntilResolved() {
        process("a", "a=1");
        Decision queued = process("b", "b=1");
        process("b", "b=1");

        assertThat(queued.action()).isEqualTo(Action.QUEUE);
        assertThat(queued).hasToString("QUEUE (CONCURRENT: b:1 [b=1]; known: a:1 [a=1])");
        assertThat(guard.conflicts().of(KEY)).hasSize(1);
        assertThat(guard.conflicts().of(KEY).get(0))
                .hasToString("order:42: CONCURRENT: b:1 [b=1]; known: a:1 [a=1], since 2026-11-24T00:00:00Z");

        assertThat(resolve(ConflictHandler.leave())).containsExactly(Action.QUEUE);
        assertThat(resolve(ConflictHandler.keepBoth())).containsExactly(Action.PROCESS);
        assertThat(effects).containsExactly("a:1", "b:1");
        assertThat(guard.conflicts().of(KEY)).isEmpty();
        assertThat(process("b", "b=1").verdict()).isEqualTo(Verdict.DUPLICATE);
        assertThat(process("c", "a=1,b=1,c=1").verdict()).isEqualTo(Verdict.NEW);
    }

    private List<Action> resolve(ConflictHandler handler) {
        return guard
                .conflicts()
                .resolve(KEY, handler, event -> effects.add(event.stamp().name().toString()))
                .stream()
                .map(Decision::action)
                .toList();
    }

    @Test
    void queue_showsPayloadsAndWaitsForEveryKey() {
        process("a", "a=1");
        guard.process(KEY, event("b", "b=1").withPayload(new byte[] {7}), () -> {});
        List<Conflict> all = new ArrayList<>();
        guard.conflicts().forEach(all::add);

        assertThat(all).hasSize(1);
        assertThat(all.get(0).event().payload()).containsExactly(7);
    }

    @Test
    void lastWriter_isTheSameInEveryOrder() {
        IncomingEvent early = event("a", "a=1").withLamportTime(4);
        IncomingEvent late = event("b", "b=1").withLamportTime(5);
        CausalDeduplicator lastWriter = settings(GuardPolicy.operations(Action.QUEUE))
                .onConflict(ConflictHandler.lastWriter())
                .build();

        assertThat(process(lastWriter, early).isProcessed()).isTrue();
        assertThat(process(lastWriter, late).isProcessed()).isTrue();
        CausalDeduplicator other = settings(GuardPolicy.operations(Action.QUEUE))
                .named("other")
                .onConflict(ConflictHandler.lastWriter())
                .build();
        assertThat(process(other, late).isProcessed()).isTrue();
        assertThat(process(other, early).action()).isEqualTo(Action.DROP);
        assertThat(process(other, early).verdict()).isEqualTo(Verdict.DUPLICATE);
    }

    @Test
    void mergeHandler_takesThePlaceOfTheEffect() {
        process("a", "a=1");
        process("b", "b=1");
        resolve(ConflictHandler.merge(conflict -> effects.add("merged " + conflict.against())));

        assertThat(effects).containsExactly("a:1", "merged [a:1 [a=1]]");
        assertThat(process("b", "b=1").verdict()).isEqualTo(Verdict.DUPLICATE);
    }

    @Test
    void effectThatThrows_countsAsNotHappened() {
        assertThatThrownBy(() -> guard.process(KEY, event("a", "a=1"), () -> {
                    throw new IOException("disk full");
                }))
                .isInstanceOf(IOException.class);

        assertThat(process("a", "a=1").verdict()).isEqualTo(Verdict.NEW);
    }

    @Test
    void crashAroundAnEffect_leavesItInDoubtForTheNextLife() {
        assertThat(guard.admit(KEY, event("a", "a=1")).isAdmitted()).isTrue();
        CausalDeduplicator restarted =
                settings(GuardPolicy.operations(Action.QUEUE)).build();
        Decision decision = process(restarted, event("a", "a=1"));

        assertThat(decision.judgement().doubt()).contains(Doubt.IN_DOUBT);
        assertThat(decision.action()).isEqualTo(Action.QUEUE);
        assertThat(effects).isEmpty();
    }

    @Test
    void eventInDoubt_runsOnlyIfItsEffectHasNotHappened() {
        guard.admit(KEY, event("a", "a=1"));
        guard.admit(KEY, event("a", "a=2"));
        effects.add("a:1");
        CausalDeduplicator restarted = settings(GuardPolicy.operations(Action.QUEUE))
                .whenInDoubt(event -> effects.contains(event.stamp().name().toString()))
                .build();

        assertThat(process(restarted, event("a", "a=1")).action()).isEqualTo(Action.DROP);
        assertThat(process(restarted, event("a", "a=2")).action()).isEqualTo(Action.PROCESS);
        assertThat(effects).containsExactly("a:1", "a:2");
        assertThat(process(restarted, event("a", "a=1")).verdict()).isEqualTo(Verdict.DUPLICATE);
    }

    @Test
    void eventInProgress_isDeferred() {
        Admission running = guard.admit(KEY, event("a", "a=1"));

        assertThat(process("a", "a=1").action()).isEqualTo(Action.DEFER);
        running.abandon();
        assertThat(process("a", "a=1").action()).isEqualTo(Action.PROCESS);
        assertThatThrownBy(running::confirm)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("the event was confirmed or abandoned before");
    }

    @Test
    void unstampedEvent_isUnknownUntilItsIdIsSeen() {
        CausalDeduplicator processing =
                settings(GuardPolicy.operations(Action.PROCESS)).build();
        IncomingEvent unstamped = IncomingEvent.byId("x", VectorTimestamp.empty());

        assertThat(process(processing, unstamped).judgement().doubt()).contains(Doubt.UNSTAMPED);
        assertThat(process(processing, unstamped).verdict()).isEqualTo(Verdict.DUPLICATE);
    }

    @Test
    void eventsThatShareATimestamp_areNotDuplicatesIfNamedById() {
        VectorTimestamp snapshot = VectorTimestamp.parse("a=1");
        process(guard, IncomingEvent.from(TracedEvent.of("x", "created", new byte[0], snapshot)));

        assertThat(process(guard, IncomingEvent.byId("y", snapshot)).verdict()).isEqualTo(Verdict.CONCURRENT);
    }

    @Test
    void nameThatIsUsedTwice_isUnknownAndNoDuplicate() {
        process("a", "a=1");

        assertThat(process("a", "a=1,b=3").judgement().doubt()).contains(Doubt.NAME_REUSED);
    }

    @Test
    void dotWithoutACount_isRefused() {
        assertThatThrownBy(() -> event("b", "a=1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("counter of node 'b' must be at least 1, but is 0");
    }

    @Test
    void keyThatWasForgotten_castsDoubtOnEarlierEventsOnly() {
        process("a", "a=1");
        now = START.plus(Duration.ofHours(2));
        assertThat(guard.forgetIdleSince(START.plusSeconds(1))).isOne();

        assertThat(guard.judge(KEY, event("a", "a=1")).doubt()).contains(Doubt.FORGOTTEN);
        IncomingEvent later = event("a", "a=2").withInstant(START.plus(Duration.ofHours(1)));
        assertThat(guard.judge(KEY, later).doubt()).contains(Doubt.FORGOTTEN);
        assertThat(guard.judge("order:43", event("a", "a=3")).verdict()).isEqualTo(Verdict.NEW);
    }

    @Test
    void keyThatWasForgottenBeforeTheHorizon_castsNoDoubt() {
        CausalDeduplicator bounded = settings(GuardPolicy.operations(Action.QUEUE))
                .redeliveryHorizon(Duration.ofHours(1))
                .build();
        process("a", "a=1");
        now = START.plus(Duration.ofHours(2));
        guard.forgetIdleSince(now);

        assertThat(bounded.judge(KEY, event("a", "a=2")).verdict()).isEqualTo(Verdict.NEW);
    }

    @Test
    void stableDots_areForgottenAndUnknownAfterwards() {
        process("a", "a=1");
        process("a", "a=3");
        guard.forgetStable(KEY, VectorTimestamp.parse("a=2"));

        assertThat(guard.judge(KEY, event("a", "a=1")).verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(guard.judge(KEY, event("a", "a=3")).verdict()).isEqualTo(Verdict.DUPLICATE);
        assertThat(guard.judge(KEY, event("a", "a=4")).verdict()).isEqualTo(Verdict.NEW);
    }

    @Test
    void keyThatNoStoreCanHold_isRefused() {
        assertThatThrownBy(() -> guard.judge("", event("a", "a=1")))
                .hasMessage("key must have 1 to 512 characters, but has 0");
        assertThatThrownBy(() -> guard.judge("a\uD800", event("a", "a=1")))
                .hasMessage("key must not have the character U+D800 at 1");
    }
}
