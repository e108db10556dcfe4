// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.kafkastreams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.guard.state.Codec;
import dev.likeaclockwork.guard.versioned.Merge;
import dev.likeaclockwork.guard.versioned.Version;
import dev.likeaclockwork.guard.versioned.Versioned;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.ValueTimestampHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CausalVersionsTest {
    private static final String KEY = "product:42";
    private static final VectorTimestamp NOTHING = VectorTimestamp.empty();

    @TempDir
    Path directory;

    private CausalVersions<String, String> versions = CausalVersions.of("stock", "shop", Codec.utf8());
    private TopologyTestDriver driver;
    private TestInputTopic<String, String> input;

    @BeforeEach
    void start() {
        StreamsBuilder builder = new StreamsBuilder();
        VersionedStream<String, String> stock = versions.split(builder.stream("writes"));
        stock.accepted().to("accepted", Produced.with(Serdes.String(), versions.serde()));
        stock.conflicts().to("conflicts", Produced.with(Serdes.String(), versions.serde()));
        stock.refused().to("refused");
        driver = new TopologyTestDriver(builder.build(), TestStreams.settings(directory));
        input = driver.createInputTopic("writes", new StringSerializer(), new StringSerializer());
    }

    @AfterEach
    void close() {
        driver.close();
    }

    private void write(String value, VectorTimestamp read) {
        Headers headers = new RecordHeaders();
        CausalHeaders.putContext(headers, read);
        input.pipeInput(new TestRecord<>(KEY, value, headers));
    }

    private List<TestRecord<String, Versioned<String>>> read(String topic) {
        return driver.createOutputTopic(
                        topic, new StringDeserializer(), versions.serde().deserializer())
                .readRecordsToList();
    }

    private static List<String> values(TestRecord<String, Versioned<String>> message) {
        return message.value().siblings().stream().map(Version::value).toList();
    }

    @Test
    void writerThatKnowsAll_replacesWhatIsThere() {
        write("one", NOTHING);
        VectorTimestamp context = CausalHeaders.context(read("accepted").get(0).headers());
        write("two", context);

        assertThat(context).isEqualTo(VectorTimestamp.parse("shop=1"));
        assertThat(read("accepted"))
                .singleElement()
                .satisfies(message -> assertThat(values(message)).containsExactly("two"));
        assertThat(read("conflicts")).isEmpty();
    }

    @Test
    void concurrentWrites_areAllKept() {
        write("one", NOTHING);
        write("two", NOTHING);

        assertThat(read("conflicts")).singleElement().satisfies(message -> {
            assertThat(values(message)).containsExactly("one", "two");
            assertThat(CausalHeaders.context(message.headers()))
                    .isEqualTo(message.value().context());
        });
    }

    @Test
    void writeWithoutContext_hasReadNothing() {
        write("one", NOTHING);
        input.pipeInput(KEY, "two");

        assertThat(read("conflicts")).hasSize(1);
    }

    @Test
    void storedValue_hasItsContextAsHeader() {
        write("one", NOTHING);
        ValueTimestampHeaders<byte[]> stored = driver.<String, byte[]>getTimestampedKeyValueStoreWithHeaders(
                        "stock-versioned")
                .get(KEY);

        assertThat(CausalHeaders.context(stored.headers())).isEqualTo(VectorTimestamp.parse("shop=1"));
        assertThat(Versioned.codec(Codec.utf8()).decode(stored.value()).single())
                .contains("one");
    }

    @Test
    void merge_makesOneValueOfAConflictAtOnce() {
        close();
        versions = versions.mergedBy(Merge.by((a, b) -> a + "+" + b));
        start();
        write("one", NOTHING);
        write("two", NOTHING);

        assertThat(read("conflicts")).hasSize(1);
        assertThat(read("accepted"))
                .extracting(message -> values(message))
                .containsExactly(List.of("one"), List.of("one+two"));
    }

    @Test
    void writeThatCannotBeKept_comesBackAsItWasWithTheReason() {
        write("foreign", VectorTimestamp.parse("elsewhere=7"));
        input.pipeInput(new TestRecord<>(
                KEY, "malformed", new RecordHeaders().add(CausalVersions.CONTEXT_HEADER, new byte[] {1})));
        input.pipeInput(null, "no key");
        input.pipeInput(KEY, (String) null);
        List<TestRecord<String, String>> refused = driver.createOutputTopic(
                        "refused", new StringDeserializer(), new StringDeserializer())
                .readRecordsToList();

        assertThat(refused).extracting(TestRecord::value).containsExactly("foreign", "malformed", "no key", null);
        assertThat(refused)
                .extracting(message -> TestStreams.text(message.headers(), CausalDeduplication.DECISION_HEADER))
                .satisfiesExactly(
                        text -> assertThat(text).startsWith("REFUSED: the context elsewhere=7 names versions"),
                        text -> assertThat(text).startsWith("REFUSED: causality-context: "),
                        text -> assertThat(text).isEqualTo("REFUSED: the record has no key"),
                        text -> assertThat(text).isEqualTo("REFUSED: the record has no value"));
        assertThat(read("accepted")).isEmpty();
    }

    @Test
    void siblingsBeyondTheLimit_areRefused() {
        for (int i = 0; i <= Versioned.MAX_SIBLINGS; i++) {
            write("value " + i, NOTHING);
        }

        List<TestRecord<String, String>> refused = driver.createOutputTopic(
                        "refused", new StringDeserializer(), new StringDeserializer())
                .readRecordsToList();
        assertThat(refused).singleElement().satisfies(message -> {
            assertThat(message.value()).isEqualTo("value 100");
            assertThat(TestStreams.text(message.headers(), CausalDeduplication.DECISION_HEADER))
                    .isEqualTo("REFUSED: there are 100 siblings already");
        });
    }
}
