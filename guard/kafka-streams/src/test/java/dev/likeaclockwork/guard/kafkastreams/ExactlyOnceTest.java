// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.kafkastreams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeaclockwork.guard.CausalDeduplicator;
import dev.likeaclockwork.guard.Conflict;
import dev.likeaclockwork.guard.event.EventDot;
import dev.likeaclockwork.guard.event.EventStamp;
import dev.likeaclockwork.guard.verdict.Verdict;
import dev.likeaclockwork.guard.versioned.Version;
import dev.likeaclockwork.guard.versioned.Versioned;
import dev.likeaclockwork.guard.versioned.VersionedStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Late, repeated and concurrent events through a real broker, against a list of all processed events. */
@Timeout(300)
class ExactlyOnceTest {
    private static final AtomicInteger NEVER = new AtomicInteger();

    @TempDir
    Path directory;

    /** More keys for more lives: nobody resolves the conflicts of a key, which are a thousand at most. */
    private final Ledger ledger = Ledger.of(Math.max(4, KilledShop.KILLS * 2 / 5), 1500);

    private EmbeddedKafka kafka;
    private Broker broker;

    @BeforeEach
    void startBroker() throws Exception {
        kafka = EmbeddedKafka.start(directory.resolve("kafka"));
        kafka.createTopics(4, "orders", "once", "conflicts");
        broker = new Broker(kafka.bootstrapServers());
    }

    @AfterEach
    void stopBroker() {
        kafka.close();
    }

    private GuardedShop start(String instance, AtomicInteger effectsLeft) throws Exception {
        return GuardedShop.start(kafka.bootstrapServers(), directory.resolve(instance), () -> {
            if (effectsLeft.decrementAndGet() == 0) {
                throw new IllegalStateException("killed by the test");
            }
        });
    }

    private void assertEveryEffectOnce() {
        assertThat(broker.read("once")).isEqualTo(ledger.processed);
        assertThat(broker.read("conflicts")).isEqualTo(ledger.queued);
    }

    @Test
    void everyEventHasItsEffectOnce_overCrashesARestartAndARebalance() throws Exception {
        List<ProducerRecord<String, String>> messages = ledger.records("orders");
        int quarter = messages.size() / 4;
        broker.send(messages.subList(0, quarter));
        try (GuardedShop first = start("first", new AtomicInteger(400))) {
            CompletableFuture<Void> load = inBackground(messages.subList(quarter, 2 * quarter));
            kafka.restart();
            AtomicInteger effectsLeftOfSecond = new AtomicInteger(50);
            try (GuardedShop second = start("second", effectsLeftOfSecond)) {
                second.awaitRestored();
                load.get();
                broker.send(messages.subList(2 * quarter, 3 * quarter));
                broker.awaitProcessed(GuardedShop.GROUP, "orders");
                assertThat(effectsLeftOfSecond.get()).isLessThan(50);
                load = inBackground(messages.subList(3 * quarter, messages.size()));
            }
            load.get();
            broker.awaitProcessed(GuardedShop.GROUP, "orders");

            assertEveryEffectOnce();
            assertThat(first.streams().state().isRunningOrRebalancing()).isTrue();
            assertThat(counts(first)).isEqualTo(sizes(ledger.processed));
            assertVersions(GuardedShop.VERSIONS.view(first.streams()));
        }
    }

    private CompletableFuture<Void> inBackground(List<ProducerRecord<String, String>> messages) {
        return CompletableFuture.runAsync(() -> {
            try {
                broker.send(messages);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private Map<String, Long> counts(GuardedShop shop) {
        ReadOnlyKeyValueStore<String, Long> counts = shop.streams()
                .store(StoreQueryParameters.fromNameAndType(GuardedShop.COUNTS, QueryableStoreTypes.keyValueStore()));
        Map<String, Long> all = new TreeMap<>();
        ledger.processed.keySet().forEach(key -> all.put(key, counts.get(key)));
        return all;
    }

    private static Map<String, Long> sizes(Map<String, List<String>> names) {
        Map<String, Long> sizes = new TreeMap<>();
        names.forEach((key, list) -> sizes.put(key, (long) list.size()));
        return sizes;
    }

    /** Writes that knew nothing of each other are all kept, each once, up to the limit of siblings. */
    private void assertVersions(VersionedStore<String> view) {
        ledger.processed.forEach((key, names) -> assertThat(view.get(key).siblings())
                .extracting(Version::value)
                .containsExactlyElementsOf(names.subList(0, Math.min(names.size(), Versioned.MAX_SIBLINGS))));
    }

    /** The profile {@code kills} takes a quarter of an hour. */
    @Test
    @Timeout(value = 45, unit = TimeUnit.MINUTES)
    void everyEventHasItsEffectOnce_inAProcessThatIsKilled() throws Exception {
        broker.send(ledger.records("orders"));
        KilledShop shop = new KilledShop(kafka.bootstrapServers(), directory.resolve("shop"));
        for (int i = 0; i < KilledShop.KILLS; i++) {
            shop.liveUntilKilled();
        }
        shop.liveWhile(() -> broker.awaitProcessed(GuardedShop.GROUP, "orders"));

        assertEveryEffectOnce();
    }

    @Test
    void stateThatWasWiped_isRestoredFromItsChangelog() throws Exception {
        broker.send(ledger.records("orders"));
        GuardedShop before = start("shop", NEVER);
        try {
            broker.awaitProcessed(GuardedShop.GROUP, "orders");
        } finally {
            before.closeAndForget();
        }
        assertEveryEffectOnce();

        broker.send(ledger.records("orders"));
        ledger.deliver();
        try (GuardedShop shop = start("shop", NEVER)) {
            broker.awaitProcessed(GuardedShop.GROUP, "orders");

            assertEveryEffectOnce();
            assertView(GuardedShop.GUARD.view(shop.streams()));
        }
    }

    /** What an instance answers from outside its tasks. */
    private void assertView(CausalDeduplicator view) {
        for (Map.Entry<String, List<String>> key : ledger.queued.entrySet()) {
            List<Conflict> conflicts = view.conflicts().of(key.getKey());
            assertThat(conflicts).hasSameSizeAs(key.getValue());
        }
        ledger.deliveries().stream()
                .filter(delivery -> ledger.processed.get(delivery.key()).contains(delivery.name()))
                .forEach(delivery -> assertThat(
                                view.judge(delivery.key(), delivery.event()).verdict())
                        .isEqualTo(Verdict.DUPLICATE));
        String key = ledger.deliveries().get(0).key();
        assertThat(view.latest(key)).isNotEmpty().extracting(EventStamp::name).allMatch(EventDot.class::isInstance);
    }
}
