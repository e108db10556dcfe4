// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.likeaclockwork.VectorClock;
import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.guard.event.IncomingEvent;
import dev.likeaclockwork.guard.state.Change;
import dev.likeaclockwork.guard.state.Codec;
import dev.likeaclockwork.guard.state.CorruptStateException;
import dev.likeaclockwork.guard.state.StateKind;
import dev.likeaclockwork.guard.state.StateStore;
import dev.likeaclockwork.guard.state.StateTable;
import dev.likeaclockwork.guard.state.StoreException;
import dev.likeaclockwork.guard.state.StoredState;
import dev.likeaclockwork.guard.verdict.Verdict;
import dev.likeaclockwork.guard.versioned.Merge;
import dev.likeaclockwork.guard.versioned.Version;
import dev.likeaclockwork.guard.versioned.Versioned;
import dev.likeaclockwork.guard.versioned.VersionedStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link StateStore} does. A test class extends it and says how its store is opened. */
public abstract class StateStoreContract {
    static final Instant START = Instant.parse("2026-11-24T00:00:00Z");
    private static final int THREADS = 4;

    private static final StateKind<String> TEXTS = new StateKind<>("texts", new Texts(), true);
    private static final StateKind<String> OTHERS = new StateKind<>("others", new Texts(), false);

    volatile Instant now = START;
    StateStore store;

    /** Called by test classes. */
    protected StateStoreContract() {}

    /** A codec of texts that rejects one text, as a codec rejects a damaged state. */
    private static final class Texts implements Codec<String> {
        @Override
        public byte[] encode(String value) {
            return value.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String decode(byte[] bytes) {
            String text = new String(bytes, StandardCharsets.UTF_8);
            if (text.equals("damaged")) {
                throw CorruptStateException.damaged("its checksum is wrong");
            }
            return text;
        }
    }

    /** Opens an empty store. */
    protected abstract StateStore open(InstantSource time);

    /** Runs work of a caller, in a transaction that commits unless the work throws if the store joins transactions. */
    protected <R> R call(Callable<R> work) throws Exception {
        return work.call();
    }

    @BeforeEach
    void openStore() {
        store = open(() -> now);
    }

    final StateTable<String> texts() {
        return store.table(TEXTS);
    }

    final void write(StateTable<String> table, String key, String text) throws Exception {
        call(() -> table.update(key, stored -> Change.write(text, text)));
    }

    final String read(StateTable<String> table, String key) throws Exception {
        return call(() -> table.read(key)).state();
    }

    @Test
    void absentKey_hasNoState() throws Exception {
        assertThat(call(() -> texts().read("k"))).isEqualTo(new StoredState<>(null, null));
        call(() -> texts().update(
                        "k", stored -> Change.keep(assertThat(stored).isEqualTo(new StoredState<>(null, null)))));
        assertThat(read(texts(), "k")).isNull();
        assertThat(all(texts())).isEmpty();
    }

    @Test
    void update_seesWhatTheLastOneWrote() throws Exception {
        write(texts(), "k", "one");
        String seen = call(() -> texts().update("k", stored -> Change.write("two", stored.state())));

        assertThat(seen).isEqualTo("one");
        assertThat(read(texts(), "k")).isEqualTo("two");
        assertThat(call(() -> texts().<String>update("k", stored -> Change.keep("kept"))))
                .isEqualTo("kept");
        assertThat(read(texts(), "k")).isEqualTo("two");
        call(() -> texts().update("k", stored -> Change.remove("gone")));
        assertThat(call(() -> texts().read("k"))).isEqualTo(new StoredState<>(null, null));
    }

    @Test
    void largeState_isKeptWhole() throws Exception {
        String large = "x".repeat(2_000_000);
        write(texts(), "k", large);

        assertThat(read(texts(), "k")).isEqualTo(large);
    }

    @Test
    void keysThatDifferInAnyCharacter_areDifferentKeys() throws Exception {
        List<String> keys = List.of(
                "k",
                "K",
                "k ",
                " k",
                "k\u0001",
                "'; --",
                "%",
                "ä",
                "a\u0308",
                "\uD83D\uDE00",
                "k".repeat(512),
                "k".repeat(511));
        for (String key : keys) {
            write(texts(), key, "value of " + key);
        }

        for (String key : keys) {
            assertThat(read(texts(), key)).isEqualTo("value of " + key);
        }
        assertThat(all(texts())).hasSameSizeAs(keys);
    }

    @Test
    void keyThatSomeDatabaseCannotHold_isRefused() {
        for (String key : List.of("", "k".repeat(513), "a\0b", "\uDC00")) {
            assertThatThrownBy(() -> call(() -> texts().read(key))).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> call(() -> texts().update(key, stored -> Change.write("x", "x"))))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void kinds_doNotMix() throws Exception {
        write(texts(), "k", "text");
        write(store.table(OTHERS), "k", "other");

        assertThat(read(texts(), "k")).isEqualTo("text");
        assertThat(all(store.table(OTHERS))).containsExactly(Map.entry("k", "other"));
    }

    private Map<String, String> all(StateTable<String> table) throws Exception {
        Map<String, String> all = new HashMap<>();
        call(() -> {
            table.forEach(all::put);
            return all;
        });
        return all;
    }

    @Test
    void stepThatThrows_changesNothing() throws Exception {
        write(texts(), "k", "old");
        for (String key : List.of("k", "absent")) {
            assertThatThrownBy(() -> call(() -> texts().update(key, stored -> {
                        throw new ArithmeticException("step");
                    })))
                    .isInstanceOf(ArithmeticException.class)
                    .hasMessage("step");
        }

        assertThat(all(texts())).containsExactly(Map.entry("k", "old"));
    }

    @Test
    void expiredKey_hasATimeOfLossAndOthersHaveNone() throws Exception {
        write(texts(), "old", "1");
        now = START.plus(Duration.ofHours(1));
        write(texts(), "young", "2");
        assertThat(call(() -> texts().expire(START.plusSeconds(60)))).isEqualTo(1);

        StoredState<String> lost = call(() -> texts().read("old"));
        assertThat(lost.state()).isNull();
        assertThat(lost.lostUntil()).isBetween(START, START.plusSeconds(60));
        Instant seen = call(() -> texts().update("old", stored -> Change.keep(stored.lostUntil())));
        assertThat(seen).isEqualTo(lost.lostUntil());
        assertThat(call(() -> texts().read("young"))).isEqualTo(StoredState.of("2"));
        write(texts(), "old", "3");
        assertThat(call(() -> texts().read("old"))).isEqualTo(StoredState.of("3"));
        assertThat(call(() -> texts().expire(START))).isZero();
    }

    @Test
    void kindThatMustBeKept_doesNotExpire() {
        assertThatThrownBy(() -> call(() -> store.table(OTHERS).expire(START)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("states of kind 'others' do not expire");
    }

    @Test
    void concurrentUpdatesOfOneKey_areAllSeen() throws Exception {
        inParallel(thread -> {
            for (int i = 0; i < 50; i++) {
                retrying(() -> texts().update("k", stored -> {
                    int count = stored.state() == null ? 0 : Integer.parseInt(stored.state());
                    return Change.write(String.valueOf(count + 1), count);
                }));
            }
        });

        assertThat(read(texts(), "k")).isEqualTo(String.valueOf(THREADS * 50));
    }

    private interface Work {
        void run(int thread) throws Exception;
    }

    private static void inParallel(Work work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int thread = i;
                all.add(pool.submit(() -> {
                    work.run(thread);
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    /** Repeats work after retryable failures, as a caller has to. */
    private <R> R retrying(Callable<R> work) throws Exception {
        while (true) {
            try {
                return call(work);
            } catch (StoreException e) {
                if (!e.isRetryable()) {
                    throw e;
                }
            }
        }
    }

    @Test
    void eventThatArrivesInSeveralThreads_isProcessedOnce() throws Exception {
        CausalDeduplicator guard = CausalDeduplicator.on(store, GuardPolicy.operations(Action.DROP))
                .build();
        VectorClock writer = new VectorClock("w");
        List<IncomingEvent> events = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            events.add(IncomingEvent.byDot("w", writer.tick()));
        }
        Map<String, AtomicInteger> effects = new ConcurrentHashMap<>();
        inParallel(thread -> {
            List<IncomingEvent> shuffled = new ArrayList<>(events);
            Collections.shuffle(shuffled, new java.util.Random(thread));
            for (IncomingEvent event : shuffled) {
                List<String> mine = new ArrayList<>();
                retrying(() -> {
                    mine.clear();
                    return guard.process("k", event, () -> mine.add(event.toString()));
                });
                mine.forEach(effect -> effects.computeIfAbsent(effect, e -> new AtomicInteger())
                        .incrementAndGet());
            }
        });

        assertThat(effects).hasSameSizeAs(events);
        assertThat(effects.values()).allMatch(count -> count.get() == 1);
        for (IncomingEvent event : events) {
            assertThat(call(() -> guard.judge("k", event)).verdict()).isEqualTo(Verdict.DUPLICATE);
        }
    }

    @Test
    void concurrentEvent_staysInTheQueue() throws Exception {
        CausalDeduplicator guard = CausalDeduplicator.on(store, GuardPolicy.operations(Action.DROP))
                .build();
        call(() -> guard.process("k", IncomingEvent.byDot("a", VectorTimestamp.parse("a=1")), () -> {}));
        call(() -> guard.process(
                "k", IncomingEvent.byDot("b", VectorTimestamp.parse("b=1")).withPayload(new byte[] {1, 2}), () -> {}));

        List<Conflict> conflicts = call(() -> guard.conflicts().of("k"));
        assertThat(conflicts).hasSize(1);
        assertThat(conflicts.get(0).event().payload()).containsExactly(1, 2);
        assertThat(call(() -> guard.conflicts().resolve("k", ConflictHandler.reject(), event -> {})))
                .hasSize(1);
        assertThat(call(() -> guard.conflicts().of("k"))).isEmpty();
    }

    @Test
    void concurrentWritesOfOneValue_areAllKept() throws Exception {
        VersionedStore<String> values = VersionedStore.in(store, "stock", "db", Codec.utf8());
        inParallel(thread -> {
            for (int i = 0; i < 10; i++) {
                String value = thread + "/" + i;
                retrying(() -> values.put("k", VectorTimestamp.empty(), value));
            }
        });

        Versioned<String> all = call(() -> values.get("k"));
        assertThat(all.siblings()).hasSize(THREADS * 10);
        assertThat(all.siblings().stream().map(Version::value).distinct()).hasSize(THREADS * 10);
        Versioned<String> merged = call(() -> values.resolve("k", Merge.lastWriter()));
        assertThat(merged.siblings()).hasSize(1);
        assertThat(call(() -> values.get("k"))).isEqualTo(merged);
    }
}
