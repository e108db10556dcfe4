// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.graph.CausalGraph;
import dev.likeaclockwork.graph.event.Access;
import dev.likeaclockwork.graph.event.LoggedEvent;
import dev.likeaclockwork.graph.findings.Race;
import dev.likeaclockwork.graph.findings.Races;
import dev.likeaclockwork.runtime.sink.InMemorySink;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventBuilderTest {
    private final Logs logs = new Logs();
    private final Clockwork clockwork = logs.clockwork;

    @AfterEach
    void close() {
        logs.close();
    }

    @Test
    void line_hasAllFieldsOfTheEvent() {
        InMemorySink sink = InMemorySink.create(1);
        Instant noon = Instant.parse("2026-11-23T12:00:00.123Z");
        try (Clockwork fixed = Clockwork.builder("stock")
                .sink(sink)
                .time(Clock.fixed(noon, ZoneOffset.UTC))
                .random(new java.util.Random(1))
                .build()) {
            fixed.event("stock.reserved")
                    .wrote("product:42", "7", "8")
                    .with("pieces", 1)
                    .with("node", "mine \"x\"")
                    .payload(Map.of("customer", "Ann"))
                    .record();
        }
        String node = sink.events().get(0).node();
        assertThat(sink.lines())
                .containsExactly(
                        "{\"time\":\"2026-11-23T12:00:00.123Z\",\"pieces\":1,\"field.node\":\"mine \\\"x\\\"\","
                                + "\"payload\":{\"customer\":\"Ann\"},\"_causality\":{\"vector\":{\"" + node
                                + "\":1},\"event_type\":\"stock.reserved\",\"event_id\":\"" + node + ":1\",\"node\":\""
                                + node
                                + "\",\"resource\":\"product:42\",\"access\":\"write\","
                                + "\"base\":\"7\",\"version\":\"8\"}}");
    }

    @Test
    void graph_readsRecordedEvents() {
        clockwork
                .event("stock.checked")
                .read("product:42", "7")
                .with("pieces", 3)
                .record();
        CausalGraph graph = logs.graph();
        LoggedEvent event = graph.event(0);
        assertThat(event.label()).isEqualTo("stock.checked");
        assertThat(event.service()).isEqualTo("order");
        assertThat(event.access()).isEqualTo(new Access("product:42", Access.Kind.READ, null, "7"));
        assertThat(event.fields()).containsEntry("pieces", "3");
        assertThat(Logs.faults(graph)).isEmpty();
    }

    @Test
    void concurrentWritesOverOneVersion_areALostUpdate() {
        Activity request = clockwork.startActivity();
        request.tick("asked");
        Activity left = request.fork();
        Activity right = request.fork();
        left.event("read").read("product:42", "7").record();
        right.event("read").read("product:42", "7").record();
        left.event("written").wrote("product:42", "7", "8").record();
        right.event("written").wrote("product:42", "7", "9").record();
        List<Race> races = Races.of(logs.graph());
        assertThat(races).extracting(Race::kind).contains(Race.Kind.LOST_UPDATE);
        assertThat(Logs.faults(logs.graph())).isEmpty();
    }

    @Test
    void readOfAWrittenVersion_isOrderedAfterTheWrite() {
        clockwork.event("written").wrote("product:42", "7", "8").record();
        clockwork.event("read").read("product:42", "8").record();
        assertThat(Races.of(logs.graph())).isEmpty();
    }

    @Test
    void unwritablePayload_isLeftOut() {
        clockwork.event("a").payload(new Object[] {new Unwritable()}).record();
        clockwork.event("b").payload("x".repeat(70_000)).record();
        assertThat(logs.lines()).hasSize(2).allMatch(line -> line.contains("payload_error"));
        assertThat(Logs.faults(logs.graph())).isEmpty();
    }

    @Test
    void recordWithoutSinks_countsTheEventAndReachesNoSink() {
        Activity activity = clockwork.startActivity();
        String line = activity.event("logged").recordWithoutSinks().toJson();
        assertThat(logs.lines()).isEmpty();
        activity.tick("next");
        CausalGraph graph = Logs.graph(List.of(line, logs.lines().get(0)));
        assertThat(Logs.faults(graph)).isEmpty();
        assertThat(graph.size()).isEqualTo(2);
    }

    @Test
    void secondRecording_isRefused() {
        Activity activity = clockwork.startActivity();
        EventBuilder event = activity.event("written").wrote("product:42", "7", "8");
        VectorTimestamp recorded = event.record();
        assertThatIllegalStateException().isThrownBy(event::record).withMessageContaining("written");
        assertThatIllegalStateException().isThrownBy(event::recordWithoutSinks);
        assertThatIllegalStateException().isThrownBy(() -> event.receive(List.of(recorded)));
        assertThat(activity.snapshot()).isEqualTo(recorded);
        assertThat(logs.lines()).hasSize(1);
    }

    @Test
    void fieldsAddedAfterRecording_doNotChangeTheEvent() {
        EventBuilder event = clockwork.event("written").with("a", 1).with("b", 2);
        event.record();
        event.with("late", 3);
        assertThat(logs.lines()).singleElement().asString().contains("\"b\":2").doesNotContain("late");
    }

    @Test
    void laterAccess_replacesTheEarlierOneWithItsVersions() {
        clockwork.event("e").wrote("product:1", "7", "8").read("product:2").record();
        assertThat(logs.lines())
                .singleElement()
                .asString()
                .contains("\"resource\":\"product:2\",\"access\":\"read\"")
                .doesNotContain("\"base\"", "\"version\"");
    }

    /** A value whose serialization fails. */
    public static final class Unwritable {
        private final java.util.Iterator<String> nothing = java.util.Collections.emptyIterator();

        /** Throws. */
        public String getName() {
            return nothing.next();
        }
    }
}
