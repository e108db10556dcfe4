// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.kafkastreams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.likeaclockwork.BinaryTransport;
import dev.likeaclockwork.LamportTimestamp;
import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.guard.Action;
import dev.likeaclockwork.guard.ConflictHandler;
import dev.likeaclockwork.guard.GuardPolicy;
import dev.likeaclockwork.guard.state.CorruptStateException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ValueTimestampHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CausalDeduplicationTest {
    private static final GuardPolicy POLICY = GuardPolicy.operations(Action.QUEUE);
    private static final Instant START = Instant.parse("2026-11-25T00:00:00Z");

    @TempDir
    Path directory;

    private TopologyTestDriver driver;
    private TestInputTopic<String, String> input;

    private void start(CausalDeduplication<String, String> guard) {
        StreamsBuilder builder = new StreamsBuilder();
        GuardedStream<String, String> guarded = guard.split(builder.stream("orders"));
        guarded.processed().to("once");
        guarded.queued().to("conflicts");
        guarded.dropped().to("dropped");
        start(builder, TestStreams.settings(directory));
    }

    private void start(StreamsBuilder builder, Properties settings) {
        driver = new TopologyTestDriver(builder.build(), settings, START);
        input = driver.createInputTopic("orders", new StringSerializer(), new StringSerializer());
    }

    private static CausalDeduplication<String, String> guard() {
        return CausalDeduplication.of("orders", POLICY);
    }

    @AfterEach
    void close() {
        if (driver != null) {
            driver.close();
        }
    }

    private void send(String value, Headers headers) {
        input.pipeInput(new TestRecord<>("order:42", value, headers, START));
    }

    private void send(String value, String vector) {
        send(value, TestStreams.headers(vector, value));
    }

    private List<TestRecord<String, String>> read(String topic) {
        TestOutputTopic<String, String> output =
                driver.createOutputTopic(topic, new StringDeserializer(), new StringDeserializer());
        return output.readRecordsToList();
    }

    private List<String> values(String topic) {
        return read(topic).stream().map(TestRecord::value).toList();
    }

    private double metric(String name) {
        return driver.metrics().entrySet().stream()
                .filter(metric -> metric.getKey().name().equals(name)
                        && metric.getKey().group().contains("clockwork-guard"))
                .mapToDouble(metric -> (double) metric.getValue().metricValue())
                .sum();
    }

    @Test
    void newEvent_passesWithItsHeadersAndItsDuplicateIsDropped() {
        start(guard());
        send("one", TestStreams.headers("a=1", "one").add("trace", new byte[] {1}));
        send("one", "a=1");

        assertThat(read("once")).singleElement().satisfies(message -> {
            assertThat(message.value()).isEqualTo("one");
            assertThat(message.headers())
                    .isEqualTo(TestStreams.headers("a=1", "one").add("trace", new byte[] {1}));
        });
        assertThat(read("dropped"))
                .singleElement()
                .satisfies(
                        message -> assertThat(TestStreams.text(message.headers(), CausalDeduplication.DECISION_HEADER))
                                .startsWith("DROP (DUPLICATE: one [a=1]"));
        assertThat(read("conflicts")).isEmpty();
        assertThat(metric("duplicate-total")).isEqualTo(1);
        assertThat(metric("stale-total")).isZero();
    }

    @Test
    void processValues_sendsOnWhatIsProcessedOnly() {
        StreamsBuilder builder = new StreamsBuilder();
        KStream<String, String> orders = builder.stream("orders");
        orders.processValues(CausalDeduplication.of("orders", POLICY)).to("once");
        start(builder, TestStreams.settings(directory));
        send("a1", "a=1");
        send("a1", "a=1");
        send("b1", "b=1");

        assertThat(values("once")).containsExactly("a1");
        assertThat(metric("concurrent-total")).isEqualTo(1);
    }

    @Test
    void lateOperation_isProcessed() {
        start(guard());
        send("a2", "a=2");
        send("a1", "a=1");

        assertThat(values("once")).containsExactly("a2", "a1");
    }

    @Test
    void concurrentEvent_isQueuedOnceHoweverOftenItComes() {
        start(guard());
        send("a1", "a=1");
        send("b1", "b=1");
        send("b1", "b=1");

        assertThat(values("once")).containsExactly("a1");
        assertThat(read("conflicts")).singleElement().satisfies(message -> {
            assertThat(message.value()).isEqualTo("b1");
            assertThat(TestStreams.text(message.headers(), CausalDeduplication.DECISION_HEADER))
                    .isEqualTo("QUEUE (CONCURRENT: b1 [b=1]; known: a1 [a=1])");
        });
        assertThat(metric("concurrent-total")).isEqualTo(2);
    }

    @Test
    void conflict_isResolvedByARecordWithAResolution() {
        start(guard());
        send("a1", "a=1");
        send("b1", "b=1");
        send("c1", "c=1");
        for (TestRecord<String, String> conflict : read("conflicts")) {
            String resolution = conflict.value().equals("b1") ? "keep" : "reject";
            Headers headers = new RecordHeaders(conflict.headers());
            headers.add(CausalDeduplication.RESOLUTION_HEADER, resolution.getBytes(StandardCharsets.UTF_8));
            send(conflict.value(), headers);
            send(conflict.value(), headers);
        }
        send("b1", "b=1");
        send("c1", "c=1");

        assertThat(read("once")).extracting(TestRecord::value).containsExactly("a1", "b1");
        assertThat(values("dropped")).containsExactly("b1", "c1", "c1", "b1", "c1");
    }

    @Test
    void keptConflict_hasItsOwnHeadersAgain() {
        start(guard());
        send("a1", "a=1");
        send("b1", "b=1");
        Headers headers = new RecordHeaders(read("conflicts").get(0).headers());
        send("b1", headers.add(CausalDeduplication.RESOLUTION_HEADER, "keep".getBytes(StandardCharsets.UTF_8)));

        assertThat(read("once").get(1).headers()).isEqualTo(TestStreams.headers("b=1", "b1"));
    }

    @Test
    void conflictHandler_decidesAtOnce() {
        start(guard().with(settings -> settings.onConflict(ConflictHandler.keepBoth())));
        send("a1", "a=1");
        send("b1", "b=1");

        assertThat(values("once")).containsExactly("a1", "b1");
        assertThat(read("conflicts")).isEmpty();
    }

    @Test
    void recordWithoutAnEventName_isUnknownAndNotRemembered() {
        start(guard());
        send("x", new RecordHeaders());
        send("x", new RecordHeaders().add(BinaryTransport.EVENT_ID_HEADER, new byte[0]));
        send("x", TestStreams.headers("a=1", "x").add(BinaryTransport.VECTOR_HEADER, new byte[] {1}));
        input.pipeInput(new TestRecord<>(null, "x", TestStreams.headers("a=1", "x")));
        send("x", "a=1");

        assertThat(read("conflicts"))
                .extracting(message -> TestStreams.text(message.headers(), CausalDeduplication.DECISION_HEADER))
                .satisfiesExactly(
                        text -> assertThat(text).isEqualTo("QUEUE (UNKNOWN: causality-eid: is absent)"),
                        text -> assertThat(text).startsWith("QUEUE (UNKNOWN: an event id has 1 to"),
                        text -> assertThat(text).startsWith("QUEUE (UNKNOWN: causality-vc: "),
                        text -> assertThat(text).isEqualTo("QUEUE (UNKNOWN: the record has no key)"));
        assertThat(values("once")).containsExactly("x");
        assertThat(metric("unknown-total")).isEqualTo(4);
    }

    @Test
    void events_areNamedByNodeIfTheReaderDoesSo() {
        start(guard().readBy(EventReader.byNode(message -> message.value().substring(0, 1))));
        send("a", TestStreams.headers("a=1", "one"));
        send("a", TestStreams.headers("a=1", "another id"));
        send("b", TestStreams.headers("a=2", "b counts nothing"));

        assertThat(values("once")).containsExactly("a");
        assertThat(values("dropped")).containsExactly("a");
        assertThat(TestStreams.text(read("conflicts").get(0).headers(), CausalDeduplication.DECISION_HEADER))
                .startsWith("QUEUE (UNKNOWN: ");
    }

    @Test
    void events_areNamedByTheNodeOfTheirLamportTimestamp() {
        start(guard().readBy(EventReader.byLamportNode()));
        Headers headers = new RecordHeaders();
        BinaryTransport.inject(LamportTimestamp.of("a", 7), headers::add);
        BinaryTransport.inject(VectorTimestamp.parse("a=3"), headers::add);
        send("a3", headers);
        send("a3", headers);

        assertThat(values("once")).containsExactly("a3");
        assertThat(TestStreams.text(read("dropped").get(0).headers(), CausalDeduplication.DECISION_HEADER))
                .startsWith("DROP (DUPLICATE: a:3 [a=3]");
    }

    @Test
    void idleKey_isForgottenAndItsNextEventUnknown() {
        start(guard().forgettingAfter(Duration.ofHours(1)));
        send("a1", "a=1");
        driver.advanceWallClockTime(Duration.ofMinutes(59));
        send("a1", "a=1");
        driver.advanceWallClockTime(Duration.ofMinutes(2));
        send("a1", "a=1");

        assertThat(values("once")).containsExactly("a1");
        assertThat(values("dropped")).containsExactly("a1");
        assertThat(TestStreams.text(read("conflicts").get(0).headers(), CausalDeduplication.DECISION_HEADER))
                .contains("because the evidence was forgotten");
    }

    @Test
    void keyThatWasForgottenBeforeTheHorizon_castsNoDoubt() {
        start(guard().with(settings -> settings.redeliveryHorizon(Duration.ofHours(1)))
                .forgettingAfter(Duration.ofHours(2)));
        send("a1", "a=1");
        driver.advanceWallClockTime(Duration.ofHours(4));
        send("a2", "a=2");

        assertThat(values("once")).containsExactly("a1", "a2");
    }

    @Test
    void damagedHistory_isRefusedByNameAndLeftAsItIs() {
        start(guard());
        KeyValueStore<String, ValueTimestampHeaders<byte[]>> store =
                driver.getTimestampedKeyValueStoreWithHeaders("orders-history");
        store.put("order:42", ValueTimestampHeaders.make(new byte[] {1, 2}, 0, new RecordHeaders()));

        assertThatThrownBy(() -> send("a1", "a=1"))
                .hasRootCauseInstanceOf(CorruptStateException.class)
                .hasStackTraceContaining("The state 'orders-history' of key 'order:42' cannot be read");
        assertThat(store.get("order:42").value()).containsExactly(1, 2);
        assertThat(read("once")).isEmpty();
    }

    @Test
    void otherGuaranteeThanExactlyOnce_isRefused() {
        StreamsBuilder builder = new StreamsBuilder();
        builder.<String, String>stream("orders").processValues(guard()).to("once");
        Properties settings = TestStreams.settings(directory);
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);

        assertThatThrownBy(() -> start(builder, settings))
                .hasStackTraceContaining(
                        "the guard needs processing.guarantee=exactly_once_v2, but it is at_least_once");
    }
}
