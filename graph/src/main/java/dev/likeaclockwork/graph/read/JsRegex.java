// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.read;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Regular expressions as JavaScript writes them, with its flags {@code g} and {@code m}. */
final class JsRegex {
    private JsRegex() {}

    /**
     * Compiles a JavaScript regular expression: a brace that opens no quantifier stands for itself.
     *
     * @throws IllegalArgumentException if it is none, naming the option it came from
     */
    static Pattern compile(String option, String regex) {
        try {
            return Pattern.compile(toJava(regex), Pattern.MULTILINE | Pattern.UNIX_LINES);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(option + " is no regular expression: " + e.getDescription()
                    + " near index " + e.getIndex() + " of '" + regex + "'");
        }
    }

    private static String toJava(String regex) {
        StringBuilder java = new StringBuilder();
        boolean inClass = false;
        for (int i = 0; i < regex.length(); i++) {
            char c = regex.charAt(i);
            if (c == '\\' && i + 1 < regex.length()) {
                java.append(c).append(regex.charAt(++i));
                continue;
            }
            boolean literal = inClass ? c == '[' || c == '&' : c == '{' && !opensQuantifier(regex, i);
            java.append(literal ? "\\" : "").append(c);
            inClass = inClass ? c != ']' : c == '[';
        }
        return java.toString();
    }

    private static boolean opensQuantifier(String regex, int brace) {
        return regex.substring(brace).matches("(?s)\\{\\d+(,\\d*)?}.*");
    }
}
