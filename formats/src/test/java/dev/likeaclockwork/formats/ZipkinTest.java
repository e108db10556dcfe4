// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeaclockwork.formats.options.ReadOptions;
import dev.likeaclockwork.graph.event.Access;
import dev.likeaclockwork.graph.event.LoggedEvent;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Spans after the specification of Zipkin's second version; client and server share the id of one of them. */
class ZipkinTest {
    private static final String TRACE = "5af7183fb1d4cf5f/";
    private static final String SHARED = TRACE + "352bff9a74ca9ad2";

    private final Reading reading = Reading.of(ReadOptions.standard(), Reading.resource("shared.zipkin.json"));

    @Test
    void halvesOfASharedSpan_areTwoNodesAndTheClientWaits() {
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.events())
                .extracting(LoggedEvent::node)
                .containsExactly(
                        "frontend/352bff9a74ca9ad2",
                        "frontend/352bff9a74ca9ad2",
                        "backend/352bff9a74ca9ad2",
                        "backend/352bff9a74ca9ad2",
                        "backend/9a74ca9ad2352bff",
                        "backend/9a74ca9ad2352bff",
                        "frontend/6b221d5bc9e6496c",
                        "frontend/6b221d5bc9e6496c");
        assertThat(reading.event(SHARED + "/server#start").causes()).containsExactly(SHARED + "#start");
        assertThat(reading.event(SHARED + "#end").causes()).containsExactly(SHARED + "/server#end");
        assertThat(reading.event(TRACE + "6b221d5bc9e6496c#end").causes()).containsExactly(SHARED + "#end");
    }

    @Test
    void childOfASharedSpan_isTheChildOfTheHalfOfItsService() {
        assertThat(reading.event(TRACE + "9a74ca9ad2352bff#start").causes()).containsExactly(SHARED + "/server#start");
        assertThat(reading.event(SHARED + "/server#end").causes()).containsExactly(TRACE + "9a74ca9ad2352bff#end");
    }

    @Test
    void timesAndAccesses_areRead() {
        LoggedEvent query = reading.event(TRACE + "9a74ca9ad2352bff#end");

        assertThat(query.time()).isEqualTo(Instant.parse("2026-11-23T10:00:00.445Z"));
        assertThat(query.access()).isEqualTo(new Access("mysql:/stock", Access.Kind.READ, null, null));
    }

    @Test
    void spansOnLinesAndTracesInArrays_areReadToo() {
        String span = "{\"traceId\":\"1\",\"id\":\"%s\",\"localEndpoint\":{\"serviceName\":\"s\"}}";
        String one = span.formatted("1");
        String two = span.formatted("2");

        assertThat(Reading.of(one + "\n" + two + "\n").summary()).containsExactly("s/1:1 start ", "s/2:1 start ");
        assertThat(Reading.of("[[" + one + "],[" + two + "]]").summary())
                .containsExactly("s/1:1 start ", "s/2:1 start ");
    }

    @Test
    void oneIdInTwoTraces_givesTwoNodes() {
        String span = "{\"traceId\":\"%s\",\"id\":\"1\",\"localEndpoint\":{\"serviceName\":\"s\"}}\n";

        assertThat(Reading.of(span.formatted("a") + span.formatted("b")).events())
                .extracting(LoggedEvent::node)
                .containsExactly("s/a.1", "s/b.1");
    }

    @Test
    void cutArray_isReadAsFarAsItGoes() {
        Reading cut = Reading.of(
                "[{\"traceId\":\"1\",\"id\":\"1\",\"duration\":1},\n{\"traceId\":\"1\",\"id\":\"2\",\"durat");

        assertThat(cut.summary()).containsExactly("/1:1 start ");
        assertThat(cut.problems()).singleElement().asString().startsWith("UNREADABLE_LINE log:2: broken JSON: ");
    }
}
