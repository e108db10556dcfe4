// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.kafkastreams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.likeaclockwork.BinaryTransport;
import dev.likeaclockwork.VectorTimestamp;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.JoinWindows;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.KTable;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.StreamJoined;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StampedTest {
    private static final Serde<Stamped<String>> STAMPED = Stamped.serde(Serdes.String());
    private static final JoinWindows WINDOW = JoinWindows.ofTimeDifferenceWithNoGrace(Duration.ofMinutes(1));

    @TempDir
    Path directory;

    private TopologyTestDriver driver;

    private interface Operation
            extends BiFunction<
                    KStream<String, Stamped<String>>,
                    KStream<String, Stamped<String>>,
                    KStream<String, Stamped<String>>> {}

    private void start(Operation operation) {
        StreamsBuilder builder = new StreamsBuilder();
        KStream<String, Stamped<String>> left = Stamped.lift(builder.stream("left"));
        KStream<String, Stamped<String>> right = Stamped.lift(builder.stream("right"));
        Stamped.lower(operation.apply(left, right)).to("result");
        driver = new TopologyTestDriver(builder.build(), TestStreams.settings(directory));
    }

    @AfterEach
    void close() {
        if (driver != null) {
            driver.close();
        }
    }

    private void send(String topic, String value, String vector) {
        send(topic, value, TestStreams.headers(vector, value));
    }

    private void send(String topic, String value, Headers headers) {
        driver.createInputTopic(topic, new StringSerializer(), new StringSerializer())
                .pipeInput(new TestRecord<>("k", value, headers, 0L));
    }

    private List<TestRecord<String, String>> results() {
        return driver.createOutputTopic("result", new StringDeserializer(), new StringDeserializer())
                .readRecordsToList();
    }

    private KeyValue<String, String> last() {
        List<TestRecord<String, String>> all = results();
        TestRecord<String, String> last = all.get(all.size() - 1);
        return KeyValue.pair(
                last.value(),
                CausalHeaders.stamp(last.headers())
                        .map(VectorTimestamp::toString)
                        .orElse("none"));
    }

    private static KTable<String, Stamped<String>> reduced(KStream<String, Stamped<String>> stream) {
        return stream.groupByKey(Grouped.with(Serdes.String(), STAMPED))
                .reduce(Stamped.reducer((a, b) -> a + b), Materialized.with(Serdes.String(), STAMPED));
    }

    private static KTable<String, Stamped<String>> table(KStream<String, Stamped<String>> stream) {
        return stream.toTable(Materialized.with(Serdes.String(), STAMPED));
    }

    @Test
    void reduce_mergesTheStampsOfAllValues() {
        start((left, right) -> reduced(left).toStream());
        send("left", "x", "a=1");
        send("left", "y", "b=1");
        send("left", "z", "a=2");

        assertThat(last()).isEqualTo(KeyValue.pair("xyz", "a=2,b=1"));
    }

    @Test
    void aggregateOfATable_dependsOnWhatWasTakenAwayToo() {
        start((left, right) -> table(left)
                .groupBy((key, value) -> KeyValue.pair("all", value), Grouped.with(Serdes.String(), STAMPED))
                .aggregate(
                        Stamped.initializer(() -> ""),
                        Stamped.aggregator((key, value, all) -> all + "+" + value),
                        Stamped.aggregator((key, value, all) -> all + "-" + value),
                        Materialized.with(Serdes.String(), STAMPED))
                .toStream());
        send("left", "x", "a=1");
        send("left", "y", "b=1");

        assertThat(last()).isEqualTo(KeyValue.pair("+x-x+y", "a=1,b=1"));
    }

    @Test
    void joinOfStreams_mergesTheStampsOfBothSides() {
        start((left, right) -> left.join(
                right, Stamped.joiner((a, b) -> a + b), WINDOW, StreamJoined.with(Serdes.String(), STAMPED, STAMPED)));
        send("left", "x", "a=1");
        send("right", "y", "c=1");

        assertThat(last()).isEqualTo(KeyValue.pair("xy", "a=1,c=1"));
    }

    @Test
    void joinOfTables_mergesTheStampsOfBothSides() {
        start((left, right) ->
                table(left).join(table(right), Stamped.joiner((a, b) -> a + b)).toStream());
        send("left", "x", "a=1");
        send("right", "y", "c=1");
        assertThat(last()).isEqualTo(KeyValue.pair("xy", "a=1,c=1"));
        send("left", "z", "a=2");

        assertThat(last()).isEqualTo(KeyValue.pair("zy", "a=2,c=1"));
    }

    @Test
    void outerJoin_hasTheStampOfTheSideThatIsThere() {
        start((left, right) -> table(left)
                .outerJoin(table(right), Stamped.joiner((a, b) -> a + "&" + b))
                .toStream());
        send("right", "y", "c=1");

        assertThat(last()).isEqualTo(KeyValue.pair("null&y", "c=1"));
    }

    @Test
    void result_keepsOtherHeadersButNotTheNameOfTheTriggeringEvent() {
        start((left, right) -> reduced(left).toStream());
        send("left", "x", TestStreams.headers("a=1", "x").add("trace", new byte[] {7}));

        Headers headers = results().get(0).headers();
        assertThat(headers.lastHeader("trace").value()).containsExactly(7);
        assertThat(headers.lastHeader(BinaryTransport.EVENT_ID_HEADER)).isNull();
    }

    @Test
    void recordWithoutStamp_addsNothing() {
        start((left, right) -> reduced(left).toStream());
        send("left", "x", new RecordHeaders());
        assertThat(last()).isEqualTo(KeyValue.pair("x", "none"));
        send("left", "y", "b=1");

        assertThat(last()).isEqualTo(KeyValue.pair("xy", "b=1"));
    }

    @Test
    void malformedStamp_makesTheResultUnknownForGood() {
        start((left, right) -> reduced(left).toStream());
        send("left", "x", new RecordHeaders().add(BinaryTransport.VECTOR_HEADER, new byte[] {1}));
        send("left", "y", "b=1");

        assertThat(last()).isEqualTo(KeyValue.pair("xy", "none"));
    }

    @Test
    void tombstone_passes() {
        start((left, right) -> table(left).toStream());
        send("left", "x", "a=1");
        send("left", null, new RecordHeaders());

        assertThat(results()).extracting(TestRecord::value).containsExactly("x", null);
    }

    private static VectorTimestamp nodes(int from, int to, String suffix) {
        Map<String, Long> counters = new HashMap<>();
        for (int i = from; i < to; i++) {
            counters.put("n" + i + suffix, 1L);
        }
        return VectorTimestamp.of(counters);
    }

    @Test
    void stampThatGrowsTooLarge_isUnknown() {
        Stamped<String> half = Stamped.of("x", nodes(0, 200, ""));
        Stamped<String> whole =
                Stamped.<String>reducer((a, b) -> a + b).apply(half, Stamped.of("y", nodes(200, 257, "")));

        assertThat(half.stamp()).contains(nodes(0, 200, ""));
        assertThat(whole.stamp()).isEmpty();
        assertThat(Stamped.of("x", nodes(0, 100, "-".repeat(100))).stamp()).isEmpty();
        assertThat(Stamped.of("x", nodes(0, 256, "")).stamp()).isPresent();
        assertThat(Stamped.<String>reducer((a, b) -> a + b).apply(whole, half).stamp())
                .isEmpty();
    }

    private static Stamped<String> throughBytes(Stamped<String> stamped) {
        return STAMPED.deserializer().deserialize("t", STAMPED.serializer().serialize("t", stamped));
    }

    @Test
    void serde_readsWhatItWrote() {
        for (Stamped<String> stamped : List.of(
                Stamped.of("", VectorTimestamp.empty()),
                Stamped.of("text", VectorTimestamp.parse("a=1,b=0")),
                Stamped.of("large", nodes(0, 256, "")),
                Stamped.<String>unknown("unknown"))) {
            assertThat(throughBytes(stamped)).isEqualTo(stamped).hasToString(stamped.toString());
        }
        assertThat(throughBytes(null)).isNull();
    }

    @Test
    void damagedBytes_areRefusedOrReadAsSomething() {
        SplittableRandom random = new SplittableRandom(1);
        byte[] sound = STAMPED.serializer().serialize("t", Stamped.of("text", VectorTimestamp.parse("a=1,b=7")));
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = Arrays.copyOf(sound, random.nextInt(sound.length + 1));
            for (int j = random.nextInt(4); j > 0 && bytes.length > 0; j--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            try {
                assertThat(STAMPED.deserializer().deserialize("t", bytes)).isNotNull();
            } catch (SerializationException | IllegalArgumentException e) {
                assertThat(e).hasMessageMatching("(?s)(a stamped value in 't' is damaged|causality-vc).*");
            }
        }
        assertThatThrownBy(() -> STAMPED.deserializer().deserialize("t", new byte[3]))
                .isInstanceOf(SerializationException.class);
    }
}
