// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.formats.otlp;

import dev.likeaclockwork.formats.input.Input;
import dev.likeaclockwork.formats.input.InputCollector;
import dev.likeaclockwork.formats.input.JsonDocuments;
import dev.likeaclockwork.formats.input.LogFormat;
import dev.likeaclockwork.formats.input.SpanCollector;
import dev.likeaclockwork.formats.options.ReadOptions;
import java.util.regex.Pattern;

/**
 * Spans as OpenTelemetry's OTLP has them in JSON: requests to export traces, one on each line, as the collector's file
 * exporter writes them, or one for the whole file.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding">OTLP, JSON Protobuf encoding</a>
 */
public final class OtlpFormat implements LogFormat {
    private static final Pattern OPENING = Pattern.compile("\\s*\\{\\s*\"resourceSpans\"\\s*:");

    private final ReadOptions options;

    public OtlpFormat(ReadOptions options) {
        this.options = options;
    }

    @Override
    public String name() {
        return "otlp";
    }

    @Override
    public boolean recognises(String head) {
        return OPENING.matcher(head).lookingAt();
    }

    @Override
    public void read(Input input, InputCollector findings) {
        JsonDocuments documents = new JsonDocuments(input, findings);
        SpanCollector found = new SpanCollector(options, findings);
        documents.forEach(json -> new OtlpRequest(json, documents, found).read());
    }
}
