// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.formats.vectorlog;

import dev.likeaclockwork.formats.input.InputCollector;
import dev.likeaclockwork.formats.text.ClockText;
import dev.likeaclockwork.formats.text.JsRegex;
import dev.likeaclockwork.formats.text.MalformedLineException;
import dev.likeaclockwork.formats.text.Times;
import dev.likeaclockwork.graph.event.LoggedEvent;
import dev.likeaclockwork.graph.event.LoggedVector;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes an event of what an expression matched: host, clock and event, a time, and further groups as fields. */
final class VectorLogEvent {
    private static final Set<String> EVENT = Set.of("host", "clock", "event");
    private static final Set<String> TIMES = Set.of("timestamp", "datetime", "date", "time", "ts");

    private final ClockText clocks = new ClockText();
    private final boolean keepFields;

    VectorLogEvent(boolean keepFields) {
        this.keepFields = keepFields;
    }

    void read(JsRegex.Search match, int line, InputCollector findings) {
        String host = match.group("host");
        String clock = match.group("clock");
        String event = match.group("event");
        if (host == null || clock == null) {
            findings.unreadable(line, "the expression matched without a host or a clock");
            return;
        }
        try {
            LoggedVector vector = clocks.parse(clock);
            Map<String, String> fields = fields(match);
            Instant time = time(fields);
            findings.event(LoggedEvent.builder(findings.at(line), host)
                    .vector(vector)
                    .label(event == null ? "" : event.strip())
                    .time(time)
                    .fields(keepFields ? fields : Map.of())
                    .build());
        } catch (MalformedLineException e) {
            findings.unreadable(line, e.reason());
        }
    }

    private static Map<String, String> fields(JsRegex.Search match) {
        Map<String, String> fields = Map.of();
        for (String group : match.groups()) {
            String text = EVENT.contains(group) ? null : match.group(group);
            if (text != null) {
                fields = fields.isEmpty() ? new LinkedHashMap<>() : fields;
                fields.put(group, text);
            }
        }
        return fields;
    }

    /** The time that the fields tell, which are no fields then. */
    private static @Nullable Instant time(Map<String, String> fields) {
        if (fields.containsKey("date") && fields.containsKey("time")) {
            Instant time = Times.parse(fields.get("date") + " " + fields.get("time"));
            if (time != null) {
                fields.keySet().removeAll(Set.of("date", "time"));
                return time;
            }
        }
        for (Map.Entry<String, String> field : fields.entrySet()) {
            Instant time = TIMES.contains(field.getKey()) ? Times.parse(field.getValue()) : null;
            if (time != null) {
                fields.remove(field.getKey());
                return time;
            }
        }
        return null;
    }
}
