// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.formats.text;

import dev.likeaclockwork.graph.event.LoggedVector;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;

/** Reads clocks such as {@code {"a":1, "b":2}} in text; not thread-safe. */
public final class ClockText {
    private final JsonLineParser parser = new JsonLineParser();
    private final VectorReader counts = new VectorReader();

    /**
     * Reads a clock: a JSON object of counts, or one whose quotes are escaped, or whose names are not.
     *
     * @throws MalformedLineException if it is none of them
     */
    public LoggedVector parse(String clock) throws MalformedLineException {
        String json = clock.startsWith("{\\\"") ? clock.replace("\\\"", "\"") : clock;
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        try {
            JsonParser tokens = parser.open(bytes, 0, bytes.length);
            tokens.nextToken();
            LoggedVector vector = counts.read(tokens);
            parser.finish();
            return vector;
        } catch (JacksonException e) {
            parser.abandon();
            return parseUnescaped(json);
        } catch (MalformedLineException e) {
            parser.abandon();
            throw e;
        }
    }

    /** As GoVector writes it, without escaping names: a name ends at a quote that a colon follows. */
    private LoggedVector parseUnescaped(String clock) throws MalformedLineException {
        counts.begin();
        int at = skipBlanks(clock, 1);
        while (clock.startsWith("\"", at)) {
            int nameEnd = endOfName(clock, at + 1);
            int colon = nameEnd < 0 ? -1 : skipBlanks(clock, nameEnd + 1);
            int from = colon < 0 ? clock.length() : skipBlanks(clock, colon + 1);
            int to = from;
            while (to < clock.length() && Character.isDigit(clock.charAt(to))) {
                to++;
            }
            int next = skipBlanks(clock, to);
            if (to == from || next == clock.length()) {
                break;
            }
            counts.add(clock.substring(at + 1, nameEnd), clock.substring(from, to));
            if (clock.charAt(next) == '}' && skipBlanks(clock, next + 1) == clock.length()) {
                return counts.build();
            }
            at = clock.charAt(next) == ',' ? skipBlanks(clock, next + 1) : clock.length();
        }
        throw new MalformedLineException(
                "the clock is no JSON object of counts: " + MalformedLineException.shorten(clock));
    }

    private static int endOfName(String clock, int from) {
        int quote = clock.indexOf('"', from);
        while (quote >= 0 && !clock.startsWith(":", skipBlanks(clock, quote + 1))) {
            quote = clock.indexOf('"', quote + 1);
        }
        return quote;
    }

    private static int skipBlanks(String clock, int from) {
        int at = from;
        while (at < clock.length() && clock.charAt(at) <= ' ') {
            at++;
        }
        return at;
    }
}
