// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.formats.input;

import dev.likeaclockwork.formats.spans.SpanRules;
import dev.likeaclockwork.formats.spans.Spans;
import dev.likeaclockwork.graph.event.EventSink;
import dev.likeaclockwork.graph.event.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The executions met so far in all inputs, and the spans of each, which wait for each other until all is read. */
public final class Executions {
    private final Function<String, ? extends EventSink> sinks;
    private final SpanRules rules;
    private final Map<String, Execution> byName = new LinkedHashMap<>();
    private final List<Problem> unopened = new ArrayList<>();

    public Executions(Function<String, ? extends EventSink> sinks, SpanRules rules) {
        this.sinks = sinks;
        this.rules = rules;
    }

    /** The execution of a name, from now on. */
    Execution named(String name) {
        return byName.computeIfAbsent(name, n -> new Execution(sinks.apply(n), new Spans(rules)));
    }

    /** Takes notice of an input that could not be read at all: it belongs to every execution, or to the only one. */
    public void unopened(Problem problem) {
        unopened.add(problem);
    }

    /** Hands on what waited for the end of all inputs. */
    public void finish() {
        if (byName.isEmpty()) {
            named("");
        }
        EventSink first = byName.values().iterator().next().sink();
        unopened.forEach(first::problem);
        byName.values().forEach(execution -> execution.spans().emit(execution.sink()));
    }

    /** Where events of one execution go, and its spans until they can be told apart from their causes. */
    record Execution(EventSink sink, Spans spans) {}
}
