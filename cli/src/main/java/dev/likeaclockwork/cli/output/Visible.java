// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli.output;

/**
 * Makes text from logs safe for terminals: characters that could move the cursor, change colours, or reverse the
 * direction of writing become escapes such as {@code \}{@code u001b}. In JSON strings, these escapes denote the same
 * characters.
 */
public final class Visible {
    private Visible() {}

    /** Escapes a text; marks of {@link Style} stay. Returns the same object if nothing needs an escape. */
    public static String of(String text) {
        return of(text, true);
    }

    /** Escapes a JSON text, without a change of its meaning. */
    public static String ofJson(String json) {
        return of(json, false);
    }

    private static String of(String text, boolean keepsMarks) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isVisible(c) && !(keepsMarks && Style.isMark(c))) {
                return escape(text, keepsMarks);
            }
        }
        return text;
    }

    private static String escape(String text, boolean keepsMarks) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair && isVisible(text.codePointAt(i))) {
                escaped.append(c).append(text.charAt(++i));
            } else if ((!pair && isVisible(c)) || (keepsMarks && Style.isMark(c))) {
                escaped.append(c);
            } else {
                escaped.append(escape(c));
            }
        }
        return escaped.toString();
    }

    private static String escape(char c) {
        return switch (c) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> String.format("\\u%04x", (int) c);
        };
    }

    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    /** The width of a text in columns, without marks of style; letters of double width count once. */
    public static int width(String text) {
        return (int) of(text).codePoints().filter(c -> !Style.isMark(c)).count();
    }

    /** Cuts a text at its end to a number of columns, with an ellipsis. */
    public static String cut(String text, int columns) {
        String visible = of(text);
        if (columns >= visible.length() || width(visible) <= columns) {
            return visible;
        }
        return visible.substring(0, visible.offsetByCodePoints(0, Math.max(0, columns - 1))) + "…";
    }

    /** Cuts a text at its start to a number of columns, with an ellipsis. */
    public static String cutStart(String text, int columns) {
        String visible = of(text);
        if (columns >= visible.length() || width(visible) <= columns) {
            return visible;
        }
        return "…" + visible.substring(visible.offsetByCodePoints(visible.length(), -Math.max(0, columns - 1)));
    }
}
