// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.internal.vector;

/**
 * Foreign text inside a message: in quotes, cut at a readable length, and with nothing in it that could forge a log
 * line.
 */
public final class Quoted {
    private static final int MAX_LENGTH = 40;

    private Quoted() {}

    public static String of(CharSequence text) {
        return of(text, 0, text.length());
    }

    public static String of(CharSequence text, int start, int end) {
        int shown = Math.min(end, start + MAX_LENGTH);
        StringBuilder quoted = new StringBuilder(shown - start + 8).append('\'');
        for (int i = start; i < shown; i++) {
            append(quoted, text.charAt(i));
        }
        return quoted.append(shown < end ? "'..." : "'").toString();
    }

    private static void append(StringBuilder quoted, char c) {
        if (c >= ' ' && c < 0x7F) {
            quoted.append(c);
        } else {
            quoted.append("\\u");
            for (int shift = 12; shift >= 0; shift -= 4) {
                quoted.append(Character.forDigit((c >> shift) & 0xF, 16));
            }
        }
    }
}
