// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.read;

import dev.likeaclockwork.graph.EventLog;
import dev.likeaclockwork.graph.Fault;
import dev.likeaclockwork.graph.LoggedEvent;
import dev.likeaclockwork.graph.Position;
import dev.likeaclockwork.graph.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The executions found so far, and how a text is split into parts that belong to them. */
final class Executions {
    private final @Nullable Pattern delimiter;
    private final Map<String, Collected> byName = new LinkedHashMap<>();

    Executions(Optional<String> delimiter) {
        this.delimiter =
                delimiter.map(regex -> JsRegex.compile("--delimiter", regex)).orElse(null);
    }

    /** The parts of a text; one if there is no delimiter. */
    List<Part> split(String text) {
        List<Part> parts = new ArrayList<>();
        String name = "";
        int start = 0;
        if (delimiter != null) {
            Matcher matcher = delimiter.matcher(text);
            while (matcher.find()) {
                addPart(parts, name, text, start, matcher.start());
                name = nameOf(matcher);
                start = matcher.end();
            }
        }
        addPart(parts, name, text, start, text.length());
        return parts;
    }

    List<EventLog> logs() {
        return byName.entrySet().stream()
                .map(entry -> new EventLog(entry.getKey(), entry.getValue().events, entry.getValue().problems))
                .toList();
    }

    private String nameOf(Matcher matcher) {
        String named = matcher.pattern().pattern().contains("(?<trace>") ? matcher.group("trace") : null;
        return named == null || named.isBlank() ? "execution " + (byName.size() + 1) : named;
    }

    private void addPart(List<Part> parts, String name, String text, int start, int end) {
        if (delimiter == null || !text.substring(start, end).isBlank()) {
            parts.add(new Part(start, end, byName.computeIfAbsent(name, n -> new Collected())));
        }
    }

    /** Where a text holds events of one execution, and where they go. */
    record Part(int start, int end, Collected execution) {}

    /** What was read of one execution. */
    static final class Collected {
        private final List<LoggedEvent> events = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();

        void add(LoggedEvent event) {
            events.add(event);
        }

        void report(Position position, String reason) {
            problems.add(new Problem(Fault.UNREADABLE_LINE, position, reason));
        }
    }
}
