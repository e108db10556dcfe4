// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.formats.text;

/** A line, or another piece of a log, that is no event although it should be one. */
public final class MalformedLineException extends Exception {
    private static final long serialVersionUID = 1L;

    private static final int LONGEST_SHOWN = 120;

    private final String reason;

    public MalformedLineException(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    /** What is wrong, in words, with the value. */
    public String reason() {
        return reason;
    }

    /** A value as messages show it: its beginning, if it is long. */
    public static String shorten(String value) {
        return value.length() > LONGEST_SHOWN ? value.substring(0, LONGEST_SHOWN) + "..." : value;
    }
}
