// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli.output;

import java.io.Console;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the terminal, if there is one.
 *
 * @param output whether standard output is one
 * @param error whether standard error is one
 * @param colours whether it shows colours
 * @param columns its width
 * @param lines its height
 */
public record Terminal(boolean output, boolean error, boolean colours, int columns, int lines) {
    /** The launcher names here which streams are terminals: it can ask the system, and Java cannot. */
    public static final String STREAMS = "clockwork.terminal";

    /** The launcher's lines and columns, as {@code stty size} prints them. */
    public static final String SIZE = "clockwork.size";

    /** Output that goes into a file or to another program. */
    public static Terminal none() {
        return new Terminal(false, false, false, Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    /** The terminal that a launcher, an environment and perhaps Java itself tell of. */
    public static Terminal of(Properties properties, Map<String, String> environment) {
        String streams = properties.getProperty(STREAMS, isConsole(System.console()) ? "out,err" : "");
        boolean output = streams.contains("out");
        if (!output && !streams.contains("err")) {
            return none();
        }
        String[] size = properties.getProperty(SIZE, "").split(" ", -1);
        boolean sized = size.length == 2;
        return new Terminal(
                output,
                streams.contains("err"),
                output && environment.getOrDefault("NO_COLOR", "").isEmpty() && !"dumb".equals(environment.get("TERM")),
                output ? number(environment.get("COLUMNS"), number(sized ? size[1] : null, 80)) : Integer.MAX_VALUE,
                number(environment.get("LINES"), number(sized ? size[0] : null, 24)));
    }

    private static int number(@Nullable String text, int otherwise) {
        return text != null && text.matches("[1-9]\\d{0,4}") ? Integer.parseInt(text) : otherwise;
    }

    /** From Java 22 on there is a console without a terminal, too. */
    private static boolean isConsole(@Nullable Console console) {
        if (console == null) {
            return false;
        }
        try {
            Method isTerminal = Console.class.getMethod("isTerminal");
            return (boolean) isTerminal.invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}
