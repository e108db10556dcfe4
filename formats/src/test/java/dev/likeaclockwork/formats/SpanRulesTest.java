// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.likeaclockwork.formats.options.ReadOptions;
import dev.likeaclockwork.formats.options.Source;
import dev.likeaclockwork.formats.spans.Span;
import dev.likeaclockwork.formats.spans.SpanRules;
import dev.likeaclockwork.graph.event.Access;
import dev.likeaclockwork.graph.event.LoggedEvent;
import dev.likeaclockwork.graph.event.Position;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpanRulesTest {
    private static final Map<String, String> SQL =
            Map.of("db.system", "mysql", "db.sql.table", "t", "db.statement", "select 1");

    @Test
    void operations_areToldByTheirFirstWordInAnyCase() {
        assertThat(access(SpanRules.standard(), SQL)).isEqualTo(new Access("mysql:/t", Access.Kind.READ, null, null));
        assertThat(access(
                        SpanRules.standard(),
                        Map.of("db.system", "mysql", "db.sql.table", "t", "db.statement", "EXPLAIN x")))
                .isNull();
        assertThat(access(SpanRules.standard(), Map.of("db.system", "mysql", "db.statement", "select 1")))
                .isNull();
        assertThat(access(SpanRules.standard(), Map.of())).isNull();
    }

    @Test
    void ownRules_areAddedAndComeByName() {
        SpanRules rules = SpanRules.parse("""
                acme.resource = {acme.row}
                acme.operation = {acme.verb}
                acme.base = {acme.before}
                acme.version = {acme.after}
                write = TOUCH
                """);

        assertThat(access(
                        rules, Map.of("acme.row", "r", "acme.verb", "touch it", "acme.before", "7", "acme.after", "8")))
                .isEqualTo(new Access("r", Access.Kind.WRITE, "7", "8"));
        assertThat(access(rules, SQL)).isNotNull();
    }

    @Test
    void rulesThatAreNone_areRefused() {
        for (Map.Entry<String, String> rule : Map.of(
                        "a.resource = {x}", "the rule 'a' needs both a.resource and a.operation",
                        "database.resource = {x", "database.resource has a brace without its other half: '{x'",
                        "reads = X", "there is no rule 'reads' for spans",
                        "synchronous = ALL", "synchronous names 'ALL', which is no kind of span",
                        "siblings = maybe", "siblings must be sequential or unordered, and not 'maybe'")
                .entrySet()) {
            assertThatThrownBy(() -> SpanRules.parse(rule.getKey()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(rule.getValue());
        }
    }

    @Test
    void siblings_areOrderedOnDemandByTheLastThatEnded() {
        String spans = span("p", "", 0, 100)
                + span("a", "p", 1, 10)
                + span("b", "p", 2, 20)
                + span("c", "p", 25, 30)
                + span("d", "p", 40, 50)
                + span("e", "p", 45, 120)
                + span("f", "p", 60, 60)
                + span("g", "p", 60, 60);

        assertThat(starts(SpanRules.standard(), spans)).allMatch(causes -> causes.size() <= 1);
        assertThat(starts(SpanRules.parse("siblings = sequential"), spans))
                .containsExactly(
                        List.of(),
                        List.of("7/p#start"),
                        List.of("7/p#start"),
                        List.of("7/p#start", "7/a#end", "7/b#end"),
                        List.of("7/p#start", "7/c#end"),
                        List.of("7/p#start", "7/c#end"),
                        List.of("7/p#start", "7/d#end"),
                        List.of("7/p#start", "7/d#end"));
    }

    @Test
    void kindsThatNobodyWaitsFor_areConfigurable() {
        Reading reading = Reading.of(
                ReadOptions.standard().withSpanRules(SpanRules.parse("synchronous =")),
                Source.text("log", span("p", "", 0, 100) + span("a", "p", 1, 10)));

        assertThat(reading.event("7/p#end").causes()).isEmpty();
    }

    private static List<List<String>> starts(SpanRules rules, String spans) {
        return Reading.of(ReadOptions.standard().withSpanRules(rules), Source.text("log", spans)).events().stream()
                .filter(event -> event.counter() == 1)
                .map(LoggedEvent::causes)
                .toList();
    }

    private static String span(String id, String parent, int start, int end) {
        return ("{\"traceId\":\"7\",\"id\":\"%s\",\"parentId\":\"%s\",\"timestamp\":%d,\"duration\":%d,"
                        + "\"localEndpoint\":{\"serviceName\":\"s\"}}\n")
                .formatted(id, parent, 1_000 + start, end - start);
    }

    private static Access access(SpanRules rules, Map<String, String> attributes) {
        Span span = new Span(new Position("log", 1));
        span.start = Instant.EPOCH;
        attributes.forEach(span::attribute);
        return rules.access(span);
    }
}
