// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.formats.json;

import dev.likeaclockwork.formats.input.Input;
import dev.likeaclockwork.formats.input.InputCollector;
import dev.likeaclockwork.formats.input.Lines;
import dev.likeaclockwork.formats.input.LogFormat;
import dev.likeaclockwork.formats.options.ReadOptions;
import java.util.List;

/**
 * JSON lines: any object with a {@code _causality} member is an event, and so is one with a {@code node} that sends,
 * receives or accesses something; other objects are other log lines and passed over. Objects may stand behind the
 * prefix of Docker Compose, and within those of Loki and Docker.
 */
public final class JsonLinesFormat implements LogFormat {
    private final ReadOptions options;
    private final List<LogFormat> spanFormats;

    /** A format whose lines may also be spans of the given formats. */
    public JsonLinesFormat(ReadOptions options, List<LogFormat> spanFormats) {
        this.options = options;
        this.spanFormats = spanFormats;
    }

    @Override
    public String name() {
        return "json";
    }

    /** An expression could be meant for any other JSON lines. */
    @Override
    public boolean recognises(String head) {
        boolean certain = head.contains("\"_causality\"") || head.contains("\\\"_causality\\\"");
        return certain || (options.parser().isEmpty() && opensObject(head));
    }

    private static boolean opensObject(String head) {
        String first = head.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        return first.stripLeading().startsWith("{") || JsonLinePrefix.end(first) > 0;
    }

    @Override
    public void read(Input input, InputCollector findings) {
        new JsonLinesReader(options, spanFormats, findings).read(new Lines(input));
    }
}
