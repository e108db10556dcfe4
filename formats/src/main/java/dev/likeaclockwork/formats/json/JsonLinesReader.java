// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.formats.json;

import dev.likeaclockwork.formats.input.Delimiter;
import dev.likeaclockwork.formats.input.Input;
import dev.likeaclockwork.formats.input.InputCollector;
import dev.likeaclockwork.formats.input.Lines;
import dev.likeaclockwork.formats.input.LogFormat;
import dev.likeaclockwork.formats.options.ReadOptions;
import dev.likeaclockwork.formats.text.JsonLineParser;
import dev.likeaclockwork.formats.text.JsonText;
import dev.likeaclockwork.formats.text.MalformedLineException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Reads JSON lines, each for itself. */
final class JsonLinesReader {
    /** Objects within objects: what Docker wraps, Loki may wrap again. */
    private static final int DEEPEST = 3;

    private static final int SPANS_WITHIN = 4 << 10;
    private static final Pattern VECTOR_LINE = Pattern.compile("(?:\\d+ )?[^\\s{]\\S* \\{\"[^\"]*\" ?: ?\\d.*}\\s*");

    private final Optional<Delimiter> delimiter;
    private final List<LogFormat> spanFormats;
    private final InputCollector findings;
    private final JsonEvent event;
    private final JsonLineParser parser = new JsonLineParser();

    JsonLinesReader(ReadOptions options, List<LogFormat> spanFormats, InputCollector findings) {
        this.delimiter = Delimiter.of(options);
        this.spanFormats = spanFormats;
        this.findings = findings;
        this.event = new JsonEvent(options);
    }

    void read(Lines lines) {
        while (lines.next()) {
            int from = lines.firstVisible();
            if (lines.isTooLong()) {
                findings.unreadable(lines.number(), Lines.TOO_LONG);
            } else if (from < lines.end()) {
                read(lines.bytes(), from, lines.end(), lines.number());
            }
        }
    }

    private void read(byte[] bytes, int from, int to, int line) {
        if (bytes[from] == '{') {
            readObject(bytes, from, to, line, null, 1);
        } else if (bytes[from] != '[' || !readSpans(bytes, from, to, line)) {
            readText(new String(bytes, from, to - from, StandardCharsets.UTF_8), line, null, 1);
        }
    }

    private void readObject(byte[] bytes, int from, int to, int line, @Nullable Instant time, int depth) {
        try {
            event.read(parser.open(bytes, from, to));
            parser.finish();
            if (!event.emit(findings, line, time) && !(event.mayBeSpans() && readSpans(bytes, from, to, line))) {
                readWrapped(line, time, depth);
            }
        } catch (MalformedLineException e) {
            parser.abandon();
            findings.unreadable(line, e.reason());
        } catch (JacksonException e) {
            parser.abandon();
            byte[] repaired =
                    new String(bytes, from, to - from, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
            if (Arrays.equals(repaired, 0, repaired.length, bytes, from, to)) {
                findings.unreadable(line, JsonText.explain(e));
            } else {
                readObject(repaired, 0, repaired.length, line, time, depth);
            }
        }
    }

    private void readWrapped(int line, @Nullable Instant time, int depth) {
        String wrapped = event.wrapped();
        if (wrapped != null && depth < DEEPEST) {
            readLine(wrapped.strip(), line, event.time() == null ? time : event.time(), depth + 1);
        }
    }

    private void readLine(String text, int line, @Nullable Instant time, int depth) {
        if (text.startsWith("{")) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            readObject(bytes, 0, bytes.length, line, time, depth);
        } else {
            readText(text, line, time, depth);
        }
    }

    /** Reads the object behind a prefix. Other text is nobody's fault, unless it looks like an event that was cut. */
    private void readText(String text, int line, @Nullable Instant time, int depth) {
        int brace = JsonLinePrefix.end(text);
        if (brace < 0 && text.contains("_causality\"")) {
            brace = text.indexOf("{\"");
        }
        if (brace >= 0) {
            readLine(text.substring(brace), line, time, depth);
        } else if (delimiter.isEmpty() || !delimiter.get().begins(text, findings)) {
            reportIfCut(text.strip(), line);
        }
    }

    private void reportIfCut(String text, int line) {
        if (VECTOR_LINE.matcher(text).matches()) {
            findings.unreadable(line, "a line of a vector-clock log among JSON lines; it needs a file of its own");
        } else if (text.contains("_causality\"")
                || text.startsWith("[{")
                || (text.endsWith("}") && closesMoreThanItOpens(text))) {
            findings.unreadable(line, "this line is no JSON object");
        }
    }

    private static boolean closesMoreThanItOpens(String text) {
        return text.chars().map(c -> c == '{' ? 1 : c == '}' ? -1 : 0).sum() < 0;
    }

    private boolean readSpans(byte[] bytes, int from, int to, int line) {
        String head = new String(bytes, from, Math.min(to - from, SPANS_WITHIN), StandardCharsets.UTF_8);
        for (LogFormat format : spanFormats) {
            if (format.recognises(head)) {
                format.read(Input.line(bytes, from, to, line), findings);
                return true;
            }
        }
        return false;
    }
}
