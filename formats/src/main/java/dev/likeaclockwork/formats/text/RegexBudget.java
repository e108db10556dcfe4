// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.formats.text;

/** A text that can be looked at only so often, so that an expression which takes exponential time ends. */
public final class RegexBudget implements CharSequence {
    /** How often a character may be looked at on average. */
    private static final long LOOKS = 1_000;

    private static final long LOOKS_AT_LEAST = 50_000_000;

    private final CharSequence text;
    private long looks;

    RegexBudget(CharSequence text) {
        this.text = text;
        this.looks = Math.max(LOOKS_AT_LEAST, LOOKS * text.length());
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        if (--looks < 0) {
            throw new Exhausted("the expression takes too long here");
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** A text was looked at too often. */
    public static final class Exhausted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String reason;

        Exhausted(String reason) {
            super(reason, null, false, false);
            this.reason = reason;
        }

        public String reason() {
            return reason;
        }
    }
}
