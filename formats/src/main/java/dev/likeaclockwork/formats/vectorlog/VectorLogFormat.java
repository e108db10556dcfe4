// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.formats.vectorlog;

import dev.likeaclockwork.formats.input.Delimiter;
import dev.likeaclockwork.formats.input.Input;
import dev.likeaclockwork.formats.input.InputCollector;
import dev.likeaclockwork.formats.input.LogFormat;
import dev.likeaclockwork.formats.input.TextWindow;
import dev.likeaclockwork.formats.options.ReadOptions;
import dev.likeaclockwork.formats.text.JsRegex;
import dev.likeaclockwork.formats.text.MalformedLineException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The vector-clock logs of ShiViz and GoVector: one line {@code host {"host":1}} and one of text, in either order, or
 * what an expression says that the user or the log's first line gives. Recognises everything, so that it stands last.
 */
public final class VectorLogFormat implements LogFormat {
    static final String NAME = "shiviz";

    private static final String HOST = "(?:(?<timestamp>\\d+) )?(?<host>[^\\s{]\\S*) (?<clock>{.*})";
    private static final JsRegex HOST_FIRST = JsRegex.compile(
            "host first", "^" + HOST + "[^\\n]*\\n(?:(?<level>DEBUG|INFO|WARN|WARNING|ERROR|FATAL)[ -])?(?<event>.*)$");
    private static final JsRegex TEXT_FIRST = JsRegex.compile("text first", "^(?<event>.*)\\n" + HOST);
    private static final Pattern HOST_LINE = Pattern.compile("(?:\\d+ )?[^\\s{]\\S* \\{.*}\\s*");
    private static final List<String> NEEDED = List.of("host", "clock", "event");

    private final @Nullable JsRegex parser;
    private final Optional<Delimiter> delimiter;
    private final boolean keepFields;

    public VectorLogFormat(ReadOptions options) {
        this.parser = options.parser().map(regex -> compile("--parser", regex)).orElse(null);
        this.delimiter = Delimiter.of(options);
        this.keepFields = options.keepFields();
    }

    private static JsRegex compile(String origin, String regex) {
        for (String group : NEEDED) {
            if (!regex.contains("(?<" + group + ">")) {
                throw new IllegalArgumentException(origin + " has no group (?<" + group + ">...) in '"
                        + MalformedLineException.shorten(regex) + "'");
            }
        }
        return JsRegex.compile(origin, regex);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean recognises(String head) {
        return true;
    }

    @Override
    public boolean recognisesEverything() {
        return true;
    }

    @Override
    public void read(Input input, InputCollector findings) {
        List<String> lines = input.head().lines().limit(2).toList();
        boolean hasHeader = !lines.isEmpty()
                && NEEDED.stream().allMatch(group -> lines.get(0).contains("(?<" + group));
        TextWindow window = new TextWindow(input, findings);
        window.slide(0);
        try {
            if (hasHeader) {
                readAfterHeader(lines, window, findings);
            } else {
                scan(parser, Optional.empty(), window, findings).run(0);
            }
        } catch (IllegalArgumentException e) {
            findings.unreadableInput(
                    "its first two lines, by which it says how it is read, are wrong: " + e.getMessage());
        }
    }

    private void readAfterHeader(List<String> header, TextWindow window, InputCollector findings) {
        String second = header.size() > 1 ? header.get(1) : "";
        JsRegex regex = parser != null ? parser : compile("the expression", "^(?:" + header.get(0) + ")$");
        Optional<Delimiter> own = second.isBlank() ? Optional.empty() : Optional.of(Delimiter.parse(second));
        int firstEnd = window.text().indexOf('\n') + 1;
        scan(regex, own, window, findings).run(Math.max(firstEnd, window.text().indexOf('\n', firstEnd) + 1));
    }

    private VectorLogScan scan(
            @Nullable JsRegex given, Optional<Delimiter> own, TextWindow window, InputCollector findings) {
        Delimiter between = delimiter.or(() -> own).orElseGet(Delimiter::ofGoVector);
        JsRegex regex = given != null ? given : recognise(window.text(), between);
        return new VectorLogScan(regex, between, new VectorLogEvent(keepFields), window, findings);
    }

    /** By the first line that says something: if it is a host's, the text stands behind it. */
    private static JsRegex recognise(String text, Delimiter between) {
        String first = text.lines()
                .filter(line -> !line.isBlank()
                        && !between.search(line, 0, line.length()).find())
                .findFirst()
                .orElse("");
        return HOST_LINE.matcher(first).matches() ? HOST_FIRST : TEXT_FIRST;
    }
}
