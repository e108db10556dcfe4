// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli.output;

import java.util.List;

/**
 * Styles of text, as marks that {@link Output} replaces by escape sequences of the terminal, or removes.
 *
 * <p>The marks are noncharacters (U+FDD0 to U+FDEF), which Unicode reserves for internal use. A mark that comes from a
 * log can change the colour of a line, and do nothing else.
 */
public final class Style {
    private static final char FIRST = '\uFDD0';
    private static final char END = '\uFDEF';

    /** The ISO 6429 codes of the marks; lanes come first. */
    private static final List<String> CODES = List.of("36", "33", "35", "32", "34", "31", "1;31", "1", "2", "1;32");

    private static final String PLAIN = "\u001b[0m";
    private static final int LANES = 6;

    private Style() {}

    /** Text in the colour of the lane of a node. */
    public static String lane(int node, String text) {
        return mark(node % LANES, text);
    }

    /** Text that announces a finding. */
    public static String alarm(String text) {
        return mark(LANES, text);
    }

    /** Bold text. */
    public static String strong(String text) {
        return mark(LANES + 1, text);
    }

    /** Text that steps back, such as places in logs. */
    public static String faint(String text) {
        return mark(LANES + 2, text);
    }

    /** Text that announces a good result. */
    public static String good(String text) {
        return mark(LANES + 3, text);
    }

    private static String mark(int style, String text) {
        return (char) (FIRST + style) + text + END;
    }

    /** Whether a character is a mark of this class. */
    public static boolean isMark(int character) {
        return character >= FIRST && character <= END;
    }

    /** Replaces each mark in a line by its escape sequence, or removes it. */
    public static String render(String line, boolean colours) {
        StringBuilder rendered = new StringBuilder(line.length() + 32);
        boolean open = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (!isMark(c)) {
                rendered.append(c);
            } else if (colours) {
                int style = c - FIRST;
                open = style < CODES.size();
                rendered.append(open ? "\u001b[" + CODES.get(style) + "m" : PLAIN);
            }
        }
        return rendered.append(open ? PLAIN : "").toString();
    }
}
