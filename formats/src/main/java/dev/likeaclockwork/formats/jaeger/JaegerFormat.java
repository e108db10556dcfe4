// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.formats.jaeger;

import dev.likeaclockwork.formats.input.Input;
import dev.likeaclockwork.formats.input.InputCollector;
import dev.likeaclockwork.formats.input.JsonDocuments;
import dev.likeaclockwork.formats.input.LogFormat;
import dev.likeaclockwork.formats.input.SpanCollector;
import dev.likeaclockwork.formats.options.ReadOptions;
import java.util.regex.Pattern;

/**
 * Spans of Jaeger in JSON: what its interface and its API give,
 * {@code {"data":[{"traceID":..,"spans":[..],"processes":{..}}]}}, or a trace of that, or one span with its own process
 * on each line.
 *
 * @see <a href="https://www.jaegertracing.io/docs/latest/architecture/apis/">Jaeger APIs</a>
 */
public final class JaegerFormat implements LogFormat {
    private static final Pattern OPENING = Pattern.compile("\\s*(?:\\[\\s*)?\\{");

    private final ReadOptions options;

    public JaegerFormat(ReadOptions options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "jaeger";
    }

    @Override
    public boolean recognises(String head) {
        int causality = head.indexOf("_causality");
        String before = causality < 0 ? head : head.substring(0, causality);
        return OPENING.matcher(before).lookingAt()
                && before.contains("\"traceID\"")
                && (before.contains("\"operationName\"") || before.contains("\"spans\""));
    }

    @Override
    public void read(Input input, InputCollector findings) {
        JsonDocuments documents = new JsonDocuments(input, findings);
        SpanCollector found = new SpanCollector(options, findings);
        documents.forEach(json -> new JaegerTraces(json, documents, found).read());
    }
}
