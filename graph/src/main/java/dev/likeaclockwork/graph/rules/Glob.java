// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.rules;

import java.util.Objects;

/**
 * A pattern of texts: {@code *} stands for any characters or none, {@code ?} for one, and a backslash takes the meaning
 * of the character behind it. Upper and lower case differ. Immutable; equal if the patterns are.
 *
 * @param pattern the pattern
 */
public record Glob(String pattern) {
    private static final int NOWHERE = -1;

    /** Requires a pattern. */
    public Glob {
        Objects.requireNonNull(pattern, "pattern");
    }

    /** Whether it fits the whole text. Takes at most the product of both lengths. */
    public boolean matches(String text) {
        int p = 0;
        int star = NOWHERE;
        int afterStar = 0;
        for (int t = 0; t < text.length(); ) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                afterStar = t;
            } else if (fits(p, text.charAt(t))) {
                p += isEscape(p) ? 2 : 1;
                t++;
            } else if (star != NOWHERE) {
                p = star + 1;
                t = ++afterStar;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    private boolean fits(int p, char c) {
        if (p >= pattern.length()) {
            return false;
        }
        return isEscape(p) ? pattern.charAt(p + 1) == c : pattern.charAt(p) == '?' || pattern.charAt(p) == c;
    }

    private boolean isEscape(int p) {
        return pattern.charAt(p) == '\\' && p + 1 < pattern.length();
    }

    /** The pattern. */
    @Override
    public String toString() {
        return pattern;
    }
}
