// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.likeaclockwork.formats.options.ReadOptions;
import dev.likeaclockwork.formats.options.Source;
import dev.likeaclockwork.graph.CausalGraph;
import dev.likeaclockwork.graph.event.Access;
import dev.likeaclockwork.graph.event.Fault;
import dev.likeaclockwork.graph.event.LoggedEvent;
import dev.likeaclockwork.graph.event.LoggedVector;
import dev.likeaclockwork.graph.event.Position;
import dev.likeaclockwork.graph.testkit.SeededLogs;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GraphWritersTest {
    private static String write(String format, CausalGraph graph) throws IOException {
        StringWriter out = new StringWriter();
        Formats.writer(format).write(graph, out);
        return out.toString();
    }

    private static CausalGraph read(String text) {
        return new LogReader(ReadOptions.standard())
                .read(List.of(Source.text("again", text)))
                .get("");
    }

    @Test
    void jsonLines_areReadAgainWithoutLoss() throws IOException {
        for (long seed = 0; seed < 200; seed++) {
            CausalGraph graph = CausalGraph.of(SeededLogs.log(seed, seed % 2 == 0 ? 0 : 0.1));
            assertSame(read(write("json", graph)), graph);
        }
    }

    private static void assertSame(CausalGraph again, CausalGraph graph) {
        assertThat(again.faults()).isEqualTo(graph.faults());
        assertThat(again.size()).isEqualTo(graph.size());
        for (int event = 0; event < graph.size(); event++) {
            assertThat(again.event(event))
                    .usingRecursiveComparison()
                    .ignoringFields("position")
                    .isEqualTo(graph.event(event));
        }
    }

    @Test
    void jsonLinesOfEventsThatNameTheirCauses_haveVectorsThatTellTheOrder() throws IOException {
        CausalGraph graph = CausalGraph.of(List.of(
                LoggedEvent.builder(new Position("log", 1), "a")
                        .id("m")
                        .label("send")
                        .build(),
                LoggedEvent.builder(new Position("log", 2), "b")
                        .causes(List.of("m"))
                        .label("receive")
                        .build()));
        CausalGraph again = read(write("json", graph));

        assertThat(again.happensBefore(0, 1)).isTrue();
        assertThat(again.problems()).isEmpty();
    }

    @Test
    void shivizLogs_tellTheSameOrderOfTheSameLabels() throws IOException {
        for (long seed = 0; seed < 200; seed++) {
            CausalGraph graph = CausalGraph.of(SeededLogs.log(seed, 0));
            CausalGraph again = read(write("shiviz", graph));

            assertThat(again.size()).isEqualTo(graph.size());
            for (int e = 0; e < graph.size(); e++) {
                int there = again.find(graph.event(e).node(), graph.event(e).counter())
                        .orElseThrow();
                assertThat(again.event(there).label()).isEqualTo(graph.event(e).label());
                assertThat(again.event(there).time()).isEqualTo(graph.event(e).time());
                for (int f = 0; f < graph.size(); f++) {
                    int other = again.find(graph.event(f).node(), graph.event(f).counter())
                            .orElseThrow();
                    assertThat(again.happensBefore(there, other)).isEqualTo(graph.happensBefore(e, f));
                }
            }
        }
    }

    @Test
    void shivizLogs_haveGoVectorsLevelsAndNoTimeThatWouldBeReadAsAnother() throws IOException {
        String log = """
                1795428000123456789 a {"a":1}
                ERROR disk full
                a {"a":2}
                ERRORS none
                """;
        CausalGraph early = CausalGraph.of(List.of(LoggedEvent.builder(new Position("log", 1), "a")
                .vector(LoggedVector.of(Map.of("a", 1L)))
                .time(Instant.ofEpochSecond(99_999_999))
                .fields(Map.of("level", "fine"))
                .build()));

        assertThat(write("shiviz", read(log))).isEqualTo(log);
        assertThat(read(log).event(0).fields()).isEqualTo(Map.of("level", "ERROR"));
        assertThat(write("shiviz", early)).isEqualTo("a {\"a\":1}\n\n");
    }

    @Test
    void namesThatAFormatCannotHold_areWrittenAsNearAsItCan() throws IOException {
        CausalGraph graph = CausalGraph.of(List.of(LoggedEvent.builder(new Position("log", 1), "my node\t1")
                .vector(LoggedVector.of(Map.of("my node\t1", 1L)))
                .label("two\nlines \"quoted\" \\ ; #1 <b>")
                .build()));

        assertThat(write("shiviz", graph)).isEqualTo("my_node_1 {\"my_node_1\":1}\ntwo lines \"quoted\" \\ ; #1 <b>\n");
        assertThat(write("dot", graph)).contains("e0 [label=\"two\\nlines \\\"quoted\\\" \\\\ ; #1 <b>\"];");
        assertThat(write("mermaid", graph))
                .contains("Note over n0: two lines #34;quoted#34; \\ #59; #35;1 #60;b#62;\n");
    }

    @Test
    void dot_hasAnEdgeForEachDirectCause() throws IOException {
        CausalGraph graph = CausalGraph.of(SeededLogs.log(7, 0));
        Matcher edge = Pattern.compile("e(\\d+) -> e(\\d+);").matcher(write("dot", graph));
        List<Set<Integer>> pasts = pasts(graph);
        while (edge.find()) {
            addTo(pasts, Integer.parseInt(edge.group(1)), Integer.parseInt(edge.group(2)));
        }
        assertPasts(graph, pasts);
    }

    @Test
    void mermaid_hasANoteForEachEventAndAnArrowForEachMessage() throws IOException {
        CausalGraph graph = CausalGraph.of(SeededLogs.log(7, 0));
        List<String> lines = write("mermaid", graph).lines().toList();
        long messages = 0;
        for (int event = 0; event < graph.size(); event++) {
            int effect = event;
            messages += graph.causes(event)
                    .filter(cause -> graph.node(cause) != graph.node(effect))
                    .count();
        }

        assertThat(lines.get(0)).isEqualTo("sequenceDiagram");
        assertThat(lines).filteredOn(line -> line.contains("Note over")).hasSize(graph.size());
        assertThat(lines).filteredOn(line -> line.contains("->>")).hasSize((int) messages);
    }

    @Test
    void spans_followTheirParentsAndLinksInTheOrderOfTheGraph() throws IOException {
        for (long seed = 0; seed < 50; seed++) {
            CausalGraph graph = CausalGraph.of(SeededLogs.log(seed, 0));
            Map<String, Integer> events = new HashMap<>();
            List<Set<Integer>> pasts = pasts(graph);
            int event = 0;
            for (String line : write("otlp", graph).lines().toList()) {
                JsonNode span = JsonMapper.shared().readTree(line).at("/resourceSpans/0/scopeSpans/0/spans/0");
                assertThat(events.put(id(span), event)).isNull();
                if (span.has("parentSpanId")) {
                    addTo(
                            pasts,
                            events.get(span.get("traceId").asString()
                                    + span.get("parentSpanId").asString()),
                            event);
                }
                for (JsonNode link : span.path("links")) {
                    addTo(pasts, events.get(id(link)), event);
                }
                event++;
            }
            assertPasts(graph, pasts);
        }
    }

    @Test
    void spans_areReadAgainWithoutLoss() throws IOException {
        for (long seed = 0; seed < 200; seed++) {
            CausalGraph graph = CausalGraph.of(SeededLogs.log(seed, seed % 2 == 0 ? 0 : 0.1));
            assertSame(read(write("otlp", graph)), graph);
        }
    }

    @Test
    void spansOfOddEvents_areReadAgainAsNearAsTheFormatCan() throws IOException {
        Map<String, String> fields = Map.of("clockwork.node", "mine", "user", "\u00fc");
        CausalGraph graph = CausalGraph.of(List.of(LoggedEvent.builder(new Position("log", 1), "a, =1")
                .vector(LoggedVector.of(Map.of("a, =1", 1L, "{", 0L)))
                .access(new Access("lock", Access.Kind.ACQUIRE, null, null))
                .time(Instant.EPOCH)
                .fields(fields)
                .build()));
        LoggedEvent again = read(write("otlp", graph)).event(0);

        assertThat(again.node()).isEqualTo("a, =1");
        assertThat(again.vector()).isEqualTo(graph.event(0).vector());
        assertThat(again.access()).isEqualTo(graph.event(0).access());
        assertThat(again.fields()).isEqualTo(Map.of("field.clockwork.node", "mine", "user", "\u00fc"));
        assertThat(again.time()).as("0 is the time of what has none").isNull();
        assertThat(again.id()).as("the ids of trace and span").matches("[0-9a-f]{32}/[0-9a-f]{16}");
    }

    @Test
    void spansOfEventsThatNameTheirCauses_haveVectorsThatTellTheOrder() throws IOException {
        CausalGraph graph = read("""
                {"node":"a","send":"m"}
                {"node":"b","receive":"m"}
                """);
        CausalGraph again = read(write("otlp", graph));

        assertThat(again.happensBefore(0, 1)).isTrue();
        assertThat(again.event(1).vector()).isEqualTo(LoggedVector.of(Map.of("a", 1L, "b", 1L)));
        assertThat(again.problems()).isEmpty();
    }

    @Test
    void causesThatNoLogContains_areStillMissingWhenTheyAreReadAgain() throws IOException {
        CausalGraph graph = read("""
                {"node":"a","send":"m"}
                {"node":"b","receive":["m","lost"]}
                {"node":"c","send":"n"}
                {"node":"c","send":"n"}
                {"node":"d","receive":"n"}
                """);
        assertThat(graph.faults()).isEqualTo(Map.of(Fault.MISSING_CAUSE, 2L));
        for (String format : List.of("json", "otlp")) {
            CausalGraph again = read(write(format, graph));

            assertThat(again.faults()).as(format).isEqualTo(graph.faults());
            for (int e = 0; e < graph.size(); e++) {
                for (int f = 0; f < graph.size(); f++) {
                    assertThat(again.relation(e, f)).as(format).isEqualTo(graph.relation(e, f));
                }
            }
        }
    }

    private static String id(JsonNode json) {
        return json.get("traceId").asString() + json.get("spanId").asString();
    }

    private static List<Set<Integer>> pasts(CausalGraph graph) {
        List<Set<Integer>> pasts = new ArrayList<>();
        for (int event = 0; event < graph.size(); event++) {
            pasts.add(new HashSet<>());
        }
        return pasts;
    }

    private static void addTo(List<Set<Integer>> pasts, int cause, int effect) {
        pasts.get(effect).add(cause);
        pasts.get(effect).addAll(pasts.get(cause));
    }

    private static void assertPasts(CausalGraph graph, List<Set<Integer>> pasts) {
        for (int event = 0; event < graph.size(); event++) {
            assertThat(graph.past(event).boxed().toList()).containsExactlyInAnyOrderElementsOf(pasts.get(event));
        }
    }

    @Test
    void formatThatIsNone_isRefusedWithThoseThatThereAre() {
        assertThatThrownBy(() -> Formats.writer("png"))
                .hasMessage("there is no format 'png', only shiviz, dot, mermaid, json, otlp");
    }
}
