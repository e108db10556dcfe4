// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.formats.text;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes a JavaScript regular expression as Java does.
 *
 * <p>The differences: a brace that opens no quantifier stands for itself, and so do {@code [} and {@code &} in a class;
 * {@code [^]} is any character and {@code []} none; {@code \s} is Unicode's blanks, {@code \v} a vertical tab,
 * {@code \0} a zero, {@code [\b]} a backspace; other letters mean nothing special when escaped; names of groups may
 * have {@code _} and {@code $}.
 */
final class JsRegexSyntax {
    private static final String BLANKS = "\\s\\u00a0\\ufeff\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";

    /** Escaped letters and digits that mean the same in both. */
    private static final String SAME = "dDwWSBbfnrtcuxpP123456789";

    private final String regex;
    private final StringBuilder java = new StringBuilder();
    private final Map<String, String> groups = new LinkedHashMap<>();
    private int at;
    private boolean inClass;

    JsRegexSyntax(String regex) {
        this.regex = regex;
    }

    String toJava() {
        while (at < regex.length()) {
            char c = regex.charAt(at);
            if (c == '\\' && at + 1 < regex.length()) {
                escape(regex.charAt(at + 1));
            } else if (inClass) {
                inClass(c);
            } else {
                outsideClass(c);
            }
        }
        return java.toString();
    }

    /** From JavaScript's names of groups to Java's; complete after {@link #toJava}. */
    Map<String, String> groups() {
        return groups;
    }

    private void inClass(char c) {
        java.append(c == '[' || c == '&' ? "\\" : "").append(c);
        inClass = c != ']';
        at++;
    }

    private void outsideClass(char c) {
        if (c == '[') {
            openClass();
        } else if (opensGroup("(?<")) {
            name("(?<");
        } else {
            java.append(c == '{' && !opensQuantifier() ? "\\" : "").append(c);
            at++;
        }
    }

    private void openClass() {
        if (regex.startsWith("[^]", at)) {
            put("[\\s\\S]", 3);
        } else if (regex.startsWith("[]", at)) {
            put("(?!)", 2);
        } else {
            inClass = true;
            put(regex.startsWith("[^", at) ? "[^" : "[", regex.startsWith("[^", at) ? 2 : 1);
        }
    }

    private void escape(char c) {
        if (c == 'k' && regex.startsWith("\\k<", at)) {
            name("\\k<");
        } else if (c == 'u' && regex.startsWith("\\u{", at)) {
            put("\\x", 2);
            java.append('{');
            at++;
        } else if (c == 's') {
            put(inClass ? BLANKS : "[" + BLANKS + "]", 2);
        } else if (c == 'S' && !inClass) {
            put("[^" + BLANKS + "]", 2);
        } else if (c == 'v') {
            put("\\x0B", 2);
        } else if (c == '0') {
            put("\\x00", 2);
        } else if (c == 'b' && inClass) {
            put("\\x08", 2);
        } else if (Character.isLetterOrDigit(c) && SAME.indexOf(c) < 0) {
            put(String.valueOf(c), 2);
        } else {
            put("\\" + c, 2);
        }
    }

    private boolean opensGroup(String opening) {
        return regex.startsWith(opening, at)
                && at + opening.length() < regex.length()
                && "=!".indexOf(regex.charAt(at + opening.length())) < 0;
    }

    /** Copies an opening such as {@code (?<} and the name behind it, in letters and digits only. */
    private void name(String opening) {
        int end = regex.indexOf('>', at);
        if (end < 0) {
            put(opening, opening.length());
            return;
        }
        String name = regex.substring(at + opening.length(), end);
        String javaName = groups.getOrDefault(name, "g" + (groups.size() + 1)); // Java refuses the second of a name
        if (opening.startsWith("(")) {
            groups.put(name, javaName);
        }
        put(opening + javaName + ">", end + 1 - at);
    }

    private boolean opensQuantifier() {
        int i = at + 1;
        int digits = i;
        while (i < regex.length() && (Character.isDigit(regex.charAt(i)) || regex.charAt(i) == ',')) {
            i++;
        }
        return i > digits
                && i < regex.length()
                && regex.charAt(i) == '}'
                && regex.substring(digits, i).matches("\\d+(,\\d*)?");
    }

    private void put(String text, int consumed) {
        java.append(text);
        at += consumed;
    }
}
