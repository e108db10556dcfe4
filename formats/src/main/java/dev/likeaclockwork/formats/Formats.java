// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.formats;

import dev.likeaclockwork.formats.diagram.DotWriter;
import dev.likeaclockwork.formats.diagram.MermaidWriter;
import dev.likeaclockwork.formats.input.LogFormat;
import dev.likeaclockwork.formats.jaeger.JaegerFormat;
import dev.likeaclockwork.formats.json.JsonLinesFormat;
import dev.likeaclockwork.formats.json.JsonLinesWriter;
import dev.likeaclockwork.formats.messages.MessageLinesFormat;
import dev.likeaclockwork.formats.options.ReadOptions;
import dev.likeaclockwork.formats.otlp.OtlpFormat;
import dev.likeaclockwork.formats.otlp.OtlpWriter;
import dev.likeaclockwork.formats.output.GraphWriter;
import dev.likeaclockwork.formats.vectorlog.ShivizWriter;
import dev.likeaclockwork.formats.vectorlog.VectorLogFormat;
import dev.likeaclockwork.formats.zipkin.ZipkinFormat;
import java.util.List;

/** The list of all formats: a new one is a package of its own and a line here. Stateless. */
public final class Formats {
    private Formats() {}

    /** All formats that are read; the first that recognises an input reads it, and the last recognises everything. */
    static List<LogFormat> readers(ReadOptions options) {
        List<LogFormat> spans = List.of(new OtlpFormat(options), new ZipkinFormat(options), new JaegerFormat(options));
        return List.of(
                spans.get(0),
                spans.get(1),
                spans.get(2),
                new JsonLinesFormat(options, spans),
                new MessageLinesFormat(options),
                new VectorLogFormat(options));
    }

    /** All formats that are written. */
    public static List<GraphWriter> writers() {
        return List.of(
                new ShivizWriter(), new DotWriter(), new MermaidWriter(), new JsonLinesWriter(), new OtlpWriter());
    }

    /**
     * The writer of a format.
     *
     * @throws IllegalArgumentException if there is none of this name, naming those that there are
     */
    public static GraphWriter writer(String name) {
        return writers().stream()
                .filter(writer -> writer.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no format '" + name + "', only "
                        + String.join(
                                ", ", writers().stream().map(GraphWriter::name).toList())));
    }
}
