// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.read;

import dev.likeaclockwork.graph.LoggedEvent;
import dev.likeaclockwork.graph.LoggedVector;
import dev.likeaclockwork.graph.Position;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The vector-clock logs of ShiViz and GoVector: one line {@code host {"host":1}} and one of text, in either order, or what
 * another regular expression says.
 */
final class TwoLineLog {
    private static final Pattern HOST_LINE = Pattern.compile("\\S* \\{.*}\\s*");
    private static final Pattern HOST_FIRST =
            JsRegex.compile("host first", "^(?<host>\\S*) (?<clock>{.*})[^\\n]*\\n(?<event>.*)$");
    private static final Pattern TEXT_FIRST =
            JsRegex.compile("text first", "^(?<event>.*)\\n(?<host>\\S*) (?<clock>{.*})");

    private final String file;
    private final @Nullable Pattern parser;

    TwoLineLog(String file, Optional<String> parser) {
        this.file = file;
        this.parser = parser.map(TwoLineLog::compile).orElse(null);
    }

    private static Pattern compile(String regex) {
        for (String group : new String[] {"host", "clock", "event"}) {
            if (!regex.contains("(?<" + group + ">")) {
                throw new IllegalArgumentException("--parser has no group (?<" + group + ">...) in '" + regex + "'");
            }
        }
        return JsRegex.compile("--parser", regex);
    }

    void read(String text, Executions.Part part) {
        Matcher matcher = (parser != null ? parser : recognise(text, part)).matcher(text);
        matcher.region(part.start(), part.end());
        LineCounter lines = new LineCounter(text);
        int end = part.start();
        while (matcher.find()) {
            reportSkipped(text, end, matcher.start(), lines, part);
            readEvent(matcher, new Position(file, lines.at(matcher.start("host"))), part.execution());
            end = matcher.end();
        }
        reportSkipped(text, end, part.end(), lines, part);
    }

    private static Pattern recognise(String text, Executions.Part part) {
        String first = text.substring(part.start(), part.end())
                .lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("");
        return HOST_LINE.matcher(first).matches() ? HOST_FIRST : TEXT_FIRST;
    }

    private static void readEvent(Matcher matcher, Position position, Executions.Collected execution) {
        try {
            execution.add(LoggedEvent.builder(position, matcher.group("host"))
                    .vector(vector(matcher.group("clock")))
                    .label(matcher.group("event").strip())
                    .build());
        } catch (JacksonException | IllegalArgumentException e) {
            execution.report(position, "the clock is no JSON object of counts: " + matcher.group("clock"));
        }
    }

    private static LoggedVector vector(String clock) {
        JsonNode json = JsonLines.JSON.readTree(clock.startsWith("{\\\"") ? clock.replace("\\\"", "\"") : clock);
        LoggedVector.Builder vector = LoggedVector.builder();
        for (Map.Entry<String, JsonNode> entry : json.properties()) {
            if (!entry.getValue().isIntegralNumber()
                    || !entry.getValue().canConvertToLong()
                    || entry.getValue().longValue() < 0) {
                throw new IllegalArgumentException(clock);
            }
            vector.add(entry.getKey(), entry.getValue().longValue());
        }
        return vector.build();
    }

    /** Text between events is nobody's fault, unless it looks like an event that was cut. */
    private void reportSkipped(String text, int from, int to, LineCounter lines, Executions.Part part) {
        for (int brace = text.indexOf('{', from); brace >= 0 && brace < to; brace = text.indexOf('{', brace)) {
            int lineEnd = text.indexOf('\n', brace);
            part.execution().report(new Position(file, lines.at(brace)), "no event could be read here");
            if (lineEnd < 0) {
                return;
            }
            brace = lineEnd;
        }
    }

    /** Line numbers of places that only go forward: all together one pass over the text. */
    private static final class LineCounter {
        private final String text;
        private int position;
        private int line = 1;

        LineCounter(String text) {
            this.text = text;
        }

        int at(int place) {
            for (; position < place; position++) {
                line += text.charAt(position) == '\n' ? 1 : 0;
            }
            return line;
        }
    }
}
