// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.formats.input;

import dev.likeaclockwork.formats.options.ReadOptions;
import dev.likeaclockwork.formats.text.JsRegex;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What stands between two executions in a log. */
public final class Delimiter {
    /** What GoVector writes when it appends to a file. */
    private static final String OF_GOVECTOR = "^(?:[A-Z]+ )?=== Execution #.* ===$";

    private final JsRegex regex;

    private Delimiter(JsRegex regex) {
        this.regex = regex;
    }

    /** The delimiter that the user gave. */
    public static Optional<Delimiter> of(ReadOptions options) {
        return options.delimiter().map(regex -> new Delimiter(JsRegex.compile("--delimiter", regex)));
    }

    /** The delimiter that a log gives in its second line. */
    public static Delimiter parse(String regex) {
        return new Delimiter(JsRegex.compile("the delimiter", regex));
    }

    /** The delimiter of logs that GoVector appended to. */
    public static Delimiter ofGoVector() {
        return new Delimiter(JsRegex.compile("GoVector's delimiter", OF_GOVECTOR));
    }

    public JsRegex.Search search(CharSequence text, int from, int to) {
        return regex.search(text, from, to);
    }

    /** If a line is a delimiter, begins another execution. */
    public boolean begins(String line, InputCollector findings) {
        JsRegex.Search search = regex.search(line, 0, line.length());
        if (!search.find()) {
            return false;
        }
        findings.nextExecution(nameIn(search));
        return true;
    }

    /** The name of the execution that follows. */
    public static @Nullable String nameIn(JsRegex.Search found) {
        return found.group("trace");
    }
}
