// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli.output;

import java.util.List;

/**
 * Colours, as marks in texts that {@link Output} turns into what a terminal understands, or drops.
 *
 * <p>The marks are characters that stand for nothing (U+FDD0 to U+FDEF, which Unicode keeps free for such uses). One
 * that stands in a log can colour a line, and nothing else.
 */
public final class Style {
    private static final char FIRST = '\uFDD0';
    private static final char END = '\uFDEF';

    /** The codes of ISO 6429 by mark; lanes come first. */
    private static final List<String> CODES = List.of("36", "33", "35", "32", "34", "31", "1;31", "1", "2", "1;32");

    private static final String PLAIN = "\u001b[0m";
    private static final int LANES = 6;

    private Style() {}

    public static String lane(int node, String text) {
        return mark(node % LANES, text);
    }

    public static String alarm(String text) {
        return mark(LANES, text);
    }

    public static String strong(String text) {
        return mark(LANES + 1, text);
    }

    public static String faint(String text) {
        return mark(LANES + 2, text);
    }

    public static String good(String text) {
        return mark(LANES + 3, text);
    }

    private static String mark(int style, String text) {
        return (char) (FIRST + style) + text + END;
    }

    public static boolean isMark(int character) {
        return character >= FIRST && character <= END;
    }

    /** The line with each mark as its code, or without any. */
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
