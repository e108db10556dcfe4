// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.formats.text;

import dev.likeaclockwork.graph.event.LoggedVector;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The texts of JSON values. Short ones that come again are one object, up to a bound; not thread-safe. */
public final class JsonText {
    /** A power of two. */
    private static final int KEPT = 2048;

    private static final int LONGEST_KEPT = 64;

    private static final Pattern NAMES_IN_CODE = Pattern.compile(", from `[^`]*`");

    private final @Nullable String[] kept = new String[KEPT];

    /** A value as text, at its token: a text, a number or a truth value; null if it is something else. */
    @Nullable
    public String of(JsonParser json) {
        JsonToken token = json.currentToken();
        if (token != JsonToken.VALUE_STRING) {
            return token != null && token.isScalarValue() && token != JsonToken.VALUE_NULL ? json.getString() : null;
        }
        int length = json.getStringLength();
        return length > LONGEST_KEPT
                ? json.getString()
                : kept(json.getStringCharacters(), json.getStringOffset(), length);
    }

    /** A text or an array of them as a list, at its token; without what is no text. */
    public List<String> listOf(JsonParser json) {
        List<String> list = new ArrayList<>(1);
        if (json.currentToken() == JsonToken.START_ARRAY) {
            JsonCursor.elements(json, () -> addTo(list, json));
        } else {
            addTo(list, json);
            json.skipChildren();
        }
        return list;
    }

    private void addTo(List<String> list, JsonParser json) {
        String text = of(json);
        if (text != null) {
            list.add(text);
        }
    }

    private String kept(char[] text, int from, int length) {
        int hash = 0;
        for (int i = from; i < from + length; i++) {
            hash = 31 * hash + text[i];
        }
        int slot = (hash ^ hash >>> 15) & KEPT - 1;
        String known = kept[slot];
        if (known == null || !isEqual(known, text, from, length)) {
            known = new String(text, from, length);
            kept[slot] = known;
        }
        return known;
    }

    /** A text as a vector names its node, if it does, so that there is one object for each. */
    public static @Nullable String node(JsonParser json, LoggedVector vector) {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            return json.currentToken() == JsonToken.VALUE_NUMBER_INT ? json.getString() : null;
        }
        char[] text = json.getStringCharacters();
        int from = json.getStringOffset();
        int length = json.getStringLength();
        for (int i = 0; i < vector.size(); i++) {
            if (isEqual(vector.node(i), text, from, length)) {
                return vector.node(i);
            }
        }
        return new String(text, from, length);
    }

    private static boolean isEqual(String known, char[] text, int from, int length) {
        if (known.length() != length) {
            return false;
        }
        for (int i = length - 1; i >= 0; i--) {
            if (known.charAt(i) != text[from + i]) {
                return false;
            }
        }
        return true;
    }

    /** What is wrong with broken JSON, in the parser's words without its positions. */
    public static String explain(JacksonException broken) {
        String message = String.valueOf(broken.getOriginalMessage());
        int marker = message.indexOf(" (start marker");
        String reason = marker < 0 ? message : message.substring(0, marker);
        return "broken JSON: " + NAMES_IN_CODE.matcher(reason).replaceAll("");
    }

    /** A value for messages: as the log has it if it is short. */
    public static String describe(JsonParser json) {
        JsonToken token = json.currentToken();
        if (token == null || !token.isScalarValue()) {
            return token == JsonToken.START_ARRAY ? "an array" : "an object";
        }
        String shown = MalformedLineException.shorten(json.getString());
        return token == JsonToken.VALUE_STRING ? '"' + shown + '"' : shown;
    }
}
