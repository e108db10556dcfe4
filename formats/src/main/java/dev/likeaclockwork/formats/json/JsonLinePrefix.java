// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.formats.json;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands before an object on its line: {@code service-1 | }, with or without colours, as Docker Compose writes.
 */
final class JsonLinePrefix {
    /** Possessive, so that colours without end take no stack. */
    private static final String COLOUR = "(?:\\x1b\\[[0-9;]*+m)*+";

    private static final Pattern COMPOSE =
            Pattern.compile(COLOUR + "[\\w.-]{1,200} *" + COLOUR + " *\\|" + COLOUR + " " + COLOUR);

    private JsonLinePrefix() {}

    /** Where the object opens behind the prefix; -1 if there is no such prefix or no object behind it. */
    static int end(String line) {
        Matcher matcher = COMPOSE.matcher(line);
        return matcher.lookingAt() && line.startsWith("{", matcher.end()) ? matcher.end() : -1;
    }
}
