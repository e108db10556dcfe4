// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.json;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * The text of one JSON object, and where a member of a given name stands in it: for cutting that member out and putting
 * another one in without touching any other character.
 */
final class JsonObjectText {
    private final String text;

    /** Where the member's name begins, or -1 if the object has no such member. */
    private final int memberStart;

    /** Where the next member's name or the closing brace begins. */
    private final int memberEnd;

    /** Where the closing brace stands. */
    private final int close;

    private JsonObjectText(String text, int memberStart, int memberEnd, int close) {
        this.text = text;
        this.memberStart = memberStart;
        this.memberEnd = memberEnd;
        this.close = close;
    }

    /**
     * Finds a member.
     *
     * @throws MalformedJson if {@code text} is not one JSON object, or has two members of that name
     */
    static JsonObjectText of(String text, String member) throws MalformedJson {
        Objects.requireNonNull(text, "json");
        try (JsonParser parser = UntrustedJson.MAPPER.createParser(text)) {
            parser.nextToken();
            MalformedJson.require(parser, JsonToken.START_OBJECT, "expected a JSON object");
            return scan(text, member, parser);
        } catch (JacksonException e) {
            throw malformed(e);
        }
    }

    static MalformedJson malformed(JacksonException e) {
        return new MalformedJson(
                e.getLocation() == null ? tools.jackson.core.TokenStreamLocation.NA : e.getLocation(),
                "broken JSON: " + e.getOriginalMessage());
    }

    private static JsonObjectText scan(String text, String member, JsonParser parser) throws MalformedJson {
        int start = -1;
        int end = -1;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            if (start >= 0 && end < 0) {
                end = offset(parser);
            }
            if (member.equals(parser.currentName())) {
                if (start >= 0) {
                    throw new MalformedJson(parser, "the member is repeated");
                }
                start = offset(parser);
            }
            parser.nextToken();
            parser.skipChildren();
        }
        int close = offset(parser);
        if (parser.nextToken() != null) {
            throw new MalformedJson(parser, "text after the JSON object");
        }
        return new JsonObjectText(text, start, end < 0 ? close : end, close);
    }

    private static int offset(JsonParser parser) {
        return (int) parser.currentTokenLocation().getCharOffset();
    }

    boolean hasMember() {
        return memberStart >= 0;
    }

    /** A parser that stands at the member's value; null if there is none. */
    @Nullable
    JsonParser openMember() {
        if (!hasMember()) {
            return null;
        }
        JsonParser parser = UntrustedJson.MAPPER.createParser(text);
        do {
            parser.nextToken();
        } while (offset(parser) < memberStart || parser.currentToken() != JsonToken.PROPERTY_NAME);
        parser.nextToken();
        return parser;
    }

    /** The object without the member. */
    String without() {
        if (!hasMember()) {
            return text;
        }
        boolean last = memberEnd == close;
        int from = last ? startOfSeparator() : memberStart;
        int to = last ? endOfValue() : memberEnd;
        return text.substring(0, from) + text.substring(to);
    }

    /** The object with {@code member}, {@code "name":value}, in the place of the old one or as its last one. */
    String with(String member) throws MalformedJson {
        String rest = without();
        int end = endOfContent(rest, rest.lastIndexOf('}'));
        String separator = rest.charAt(end - 1) == '{' ? "" : ",";
        return rest.substring(0, end) + separator + member + rest.substring(end);
    }

    private int endOfValue() {
        return endOfContent(text, close);
    }

    /** The comma before the member, if it is not the only one. */
    private int startOfSeparator() {
        int end = endOfContent(text, memberStart);
        return text.charAt(end - 1) == ',' ? end - 1 : memberStart;
    }

    private static int endOfContent(String text, int position) {
        int end = position;
        while (Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }
}
