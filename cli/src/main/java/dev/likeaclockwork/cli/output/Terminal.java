// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli.output;

import java.io.Console;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The terminal of a run, or the lack of one.
 *
 * @param output whether standard output is a terminal
 * @param error whether standard error is a terminal
 * @param colours whether to print colours
 * @param columns the width, in characters
 * @param lines the height, in lines
 */
public record Terminal(boolean output, boolean error, boolean colours, int columns, int lines) {
    /** The system property in which the launcher lists the streams that are terminals, because Java cannot ask. */
    public static final String STREAMS = "clockwork.terminal";

    /** The system property with the lines and columns of the terminal, as {@code stty size} prints them. */
    public static final String SIZE = "clockwork.size";

    /** No terminal: the output goes to a file or to another program. */
    public static Terminal none() {
        return new Terminal(false, false, false, Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    /** Detects the terminal from the properties of the launcher, the environment, and the console of Java. */
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

    /** Since Java 22, a console need not be a terminal. */
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
