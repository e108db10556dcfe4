// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.formats.messages;

import dev.likeaclockwork.formats.input.Delimiter;
import dev.likeaclockwork.formats.input.Input;
import dev.likeaclockwork.formats.input.InputCollector;
import dev.likeaclockwork.formats.input.Lines;
import dev.likeaclockwork.formats.input.LogFormat;
import dev.likeaclockwork.formats.options.ReadOptions;
import dev.likeaclockwork.formats.text.Times;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Plain lines with the ids of messages: {@code node send id} and {@code node receive id,id}, with a time before and
 * text behind, if one likes. Other lines are passed over.
 */
public final class MessageLinesFormat implements LogFormat {
    private static final String WORDS =
            "(?:(?<time>\\d{4}-\\S+|\\d{9,}(?:\\.\\d+)?)\\s+)?(?<node>\\S+)\\s+(?<verb>send|receive)";
    private static final Pattern LINE = Pattern.compile("\\s*" + WORDS + "\\s+(?<ids>\\S+)(?:\\s+(?<text>.*))?");
    private static final Pattern CUT = Pattern.compile("\\s*" + WORDS + "\\s*");

    private final Optional<Delimiter> delimiter;

    public MessageLinesFormat(ReadOptions options) {
        this.delimiter = Delimiter.of(options);
    }

    @Override
    public String name() {
        return "messages";
    }

    @Override
    public boolean recognises(String head) {
        String first = head.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        return LINE.matcher(first).matches();
    }

    @Override
    public void read(Input input, InputCollector findings) {
        Lines lines = new Lines(input);
        while (lines.next()) {
            if (lines.isTooLong()) {
                findings.unreadable(lines.number(), Lines.TOO_LONG);
            } else {
                readLine(lines.text(), lines.number(), findings);
            }
        }
    }

    private void readLine(String text, int number, InputCollector findings) {
        Matcher line = LINE.matcher(text);
        if (line.matches()) {
            event(line).emit(findings, number);
        } else if (CUT.matcher(text).matches()) {
            findings.unreadable(number, "no message is named behind '" + text.strip() + "'");
        } else if (delimiter.isPresent()) {
            delimiter.get().begins(text, findings);
        }
    }

    private static MessageEvent event(Matcher line) {
        List<String> ids = List.of(line.group("ids").split(","));
        boolean sends = line.group("verb").equals("send");
        Instant time = Times.parse(line.group("time"));
        return new MessageEvent(
                line.group("node"),
                sends ? ids : List.of(),
                sends ? List.of() : ids,
                line.group("text"),
                time,
                null,
                null,
                Map.of());
    }
}
