// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.fuzz;

import dev.likeaclockwork.formats.LogReader;
import dev.likeaclockwork.formats.options.ReadOptions;
import dev.likeaclockwork.formats.options.Source;
import dev.likeaclockwork.formats.spans.SpanRules;
import dev.likeaclockwork.graph.CausalGraph;
import dev.likeaclockwork.graph.rules.Outcome;
import dev.likeaclockwork.graph.rules.Rule;
import dev.likeaclockwork.graph.rules.Rules;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Any text as a file of rules for executions, and as one for spans: it is refused in words, or can be used. */
public final class RulesFuzz {
    /** Mostly the instrumentation and, of a text that is mostly blank lines, an object for each. */
    private static final Decoding FILES = new Decoding(8 << 20, 8 << 20);

    private static final CausalGraph GRAPH = read(ReadOptions.standard(), """
            {"_causality":{"vector":{"a":1},"node":"a","event_type":"sent","resource":"r","access":"write"}}
            {"_causality":{"vector":{"a":1,"b":1},"node":"b","event_type":"taken"}}
            {"_causality":{"vector":{"b":3},"node":"b","event_type":"sent","resource":"r","access":"write"}}
            """);

    private static final String SPAN = """
            {"traceId":"1","id":"2","duration":1,"tags":{"db.system":"s","db.sql.table":"t","db.statement":"SELECT"}}
            """;

    private RulesFuzz() {}

    /** Called by the fuzzer. */
    public static void fuzzerTestOneInput(byte[] data) {
        String text = new String(data, StandardCharsets.UTF_8);
        Rules rules = FILES.of(() -> rulesOrNull(text));
        if (rules != null) {
            rules.check(GRAPH).forEach(RulesFuzz::check);
        }
        SpanRules spans = FILES.of(() -> spanRulesOrNull(text));
        if (spans != null) {
            read(ReadOptions.standard().withSpanRules(spans), SPAN);
        }
    }

    private static Rules rulesOrNull(String text) {
        try {
            return Rules.parse("rules", text);
        } catch (IllegalArgumentException e) {
            if (!e.getMessage().matches("(?s)rules:[1-9]\\d*: .+")) {
                throw new AssertionError("a refusal that does not name its line: " + e.getMessage(), e);
            }
            return null;
        }
    }

    private static SpanRules spanRulesOrNull(String text) {
        try {
            return SpanRules.parse(text);
        } catch (IllegalArgumentException e) {
            if (e.getMessage() == null || e.getMessage().isBlank()) {
                throw new AssertionError("a refusal without words", e);
            }
            return null;
        }
    }

    private static void check(Outcome outcome) {
        Rule rule = outcome.rule();
        Rule again = Rules.parse("again", rule.text()).list().get(0);
        if (!again.text().equals(rule.text()) || again.check(GRAPH).status() != outcome.status()) {
            throw new AssertionError("not the same when it is read again: " + rule);
        }
        for (Outcome.Witness witness : outcome.witnesses()) {
            GRAPH.event(witness.event());
        }
    }

    private static CausalGraph read(ReadOptions options, String log) {
        return new LogReader(options).read(List.of(Source.text("log", log))).get("");
    }
}
