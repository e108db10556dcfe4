// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.formats.text;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Walks over JSON values token by token. A reader is called at the first token of a value, and leaves the parser there
 * or at the value's last one; what is of another kind than expected is passed over.
 */
public final class JsonCursor {
    private JsonCursor() {}

    /** Calls the reader with the name of each member of an object. */
    public static void members(JsonParser json, Consumer<String> reader) {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            return;
        }
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            reader.accept(name);
            json.skipChildren();
        }
    }

    /** Calls the reader at each element of an array. */
    public static void elements(JsonParser json, Runnable reader) {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            return;
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            reader.run();
            json.skipChildren();
        }
    }

    /** A text, a number or a truth value as text; empty if it is something else. */
    public static String text(JsonParser json) {
        String text = textOrNull(json);
        return text == null ? "" : text;
    }

    /** A text, a number or a truth value as text; null if it is something else. */
    public static @Nullable String textOrNull(JsonParser json) {
        JsonToken token = json.currentToken();
        return token.isScalarValue() && token != JsonToken.VALUE_NULL ? json.getString() : null;
    }

    /** A count in digits, in quotes or not; 0 if it is none. */
    public static long count(JsonParser json) {
        try {
            return Math.max(0, Long.parseLong(text(json)));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
