// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli;

import picocli.CommandLine.Help.Ansi;

/** Colours, on a terminal only, unless the environment variable {@code NO_COLOR} forbids or picocli's own settings say else. */
final class Style {
    private static final String[] LANES = {"cyan", "yellow", "magenta", "green", "blue", "red"};

    private Style() {}

    static String lane(int node, String text) {
        return apply(LANES[node % LANES.length], text);
    }

    static String alarm(String text) {
        return apply("bold,red", text);
    }

    static String strong(String text) {
        return apply("bold", text);
    }

    static String faint(String text) {
        return apply("faint", text);
    }

    /** Not by markup: text from logs may contain anything. */
    private static String apply(String style, String text) {
        if (!Ansi.AUTO.enabled()) {
            return text;
        }
        var styles = Ansi.Style.parse(style);
        return Ansi.Style.on(styles) + text + Ansi.Style.off(styles);
    }
}
