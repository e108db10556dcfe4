// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeaclockwork.graph.event.Fault;
import dev.likeaclockwork.graph.event.LoggedEvent;
import dev.likeaclockwork.graph.event.Position;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Nodes whose logs have neither counters nor vectors. */
class UnnumberedEventsTest {
    private static final int NO_TIME = -1;

    @Test
    void eventsOfOneFile_happenedInItsOrderWhateverTheClockSaid() {
        assertThat(lane(event("a", 1, 10), event("a", 2, 9), event("a", 3, NO_TIME), event("a", 4, 8)))
                .containsExactly("a:1", "a:2", "a:3", "a:4");
    }

    @Test
    void filesOfOneNode_areMergedByTimeAndKeepTheirOrder() {
        assertThat(lane(
                        event("a", 1, 10),
                        event("a", 2, 5),
                        event("a", 3, 40),
                        event("b", 1, 7),
                        event("b", 2, 10),
                        event("b", 3, 30)))
                .containsExactly("b:1", "a:1", "a:2", "b:2", "b:3", "a:3");
    }

    @Test
    void filesWithoutTimes_comeByName() {
        assertThat(lane(event("b", 1, NO_TIME), event("a", 2, NO_TIME), event("a", 1, NO_TIME)))
                .containsExactly("a:1", "a:2", "b:1");
    }

    /** In any order of the inputs. */
    private static List<String> lane(LoggedEvent... events) {
        List<LoggedEvent> shuffled = new ArrayList<>(List.of(events));
        Collections.shuffle(shuffled, new Random(events.length));
        CausalGraph graph = CausalGraph.of(shuffled);
        assertThat(graph.faults().keySet()).isSubsetOf(Fault.CLOCK_SKEW);
        assertThat(graph.lane(0).mapToObj(graph::event).map(LoggedEvent::counter))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, events.length)
                        .mapToObj(Long::valueOf)
                        .toList());
        return graph.lane(0)
                .mapToObj(event -> graph.event(event).position().toString())
                .toList();
    }

    private static LoggedEvent event(String file, int line, int second) {
        return LoggedEvent.builder(new Position(file, line), "n")
                .time(second == NO_TIME ? null : Instant.ofEpochSecond(second))
                .build();
    }
}
