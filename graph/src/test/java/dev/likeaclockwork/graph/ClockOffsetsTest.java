// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.likeaclockwork.graph.diagnosis.ClockOffsets;
import dev.likeaclockwork.graph.diagnosis.ClockOffsets.Apart;
import dev.likeaclockwork.graph.diagnosis.ClockOffsets.Bounds;
import dev.likeaclockwork.graph.event.LoggedEvent;
import dev.likeaclockwork.graph.event.Position;
import dev.likeaclockwork.graph.findings.Races;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClockOffsetsTest {
    @Test
    void bounds_comeFromMessagesInBothDirectionsAndAddUp() {
        ClockOffsets offsets = ClockOffsets.of(CausalGraph.of(List.of(
                event("a", "a1", 10, null),
                event("b", "b1", 13, "a1"),
                event("a", "a2", 11, "b1"),
                event("c", "c1", 20, "b1"))));

        assertThat(offsets.ahead("a", "b")).isEqualTo(seconds(2, 3));
        assertThat(offsets.ahead("b", "a")).isEqualTo(seconds(-3, -2));
        assertThat(offsets.ahead("a", "c").most()).as("3 and 7").isEqualTo(10_000_000_000L);
        assertThat(offsets.apart()).containsExactly(new Apart("a", "b", seconds(2, 3)));
    }

    @Test
    void clockThatWasSetInBetween_isContradictory() {
        ClockOffsets offsets = ClockOffsets.of(CausalGraph.of(List.of(
                event("b", "b1", 10, null),
                event("a", "a1", 12, "b1"),
                event("a", "a2", 13, null),
                event("b", "b2", 10, "a2"))));

        assertThat(offsets.apart()).containsExactly(new Apart("a", "b", seconds(-2, -3)));
        assertThat(offsets.apart().get(0).bounds().isContradictory()).isTrue();
    }

    @Test
    void manyServices_takeNoMemoryForEachTwo() {
        List<LoggedEvent> events = new ArrayList<>();
        for (int service = 0; service < 60_000; service++) {
            int time = service == 30_000 ? service - 9 : service;
            events.add(event("s" + service, "e" + service, time, service == 0 ? null : "e" + (service - 1)));
        }
        CausalGraph graph = CausalGraph.of(events);

        assertThat(ClockOffsets.of(graph).apart())
                .extracting(Apart::reference, Apart::service)
                .containsExactly(tuple("s29999", "s30000"));
        assertThat(Races.of(graph)).isEmpty();
    }

    private static Bounds seconds(long least, long most) {
        return new Bounds(least * 1_000_000_000L, most * 1_000_000_000L);
    }

    private static LoggedEvent event(String node, String id, long second, String cause) {
        return LoggedEvent.builder(new Position("log", 1), node)
                .id(id)
                .time(Instant.ofEpochSecond(second))
                .causes(cause == null ? List.of() : List.of(cause))
                .build();
    }
}
