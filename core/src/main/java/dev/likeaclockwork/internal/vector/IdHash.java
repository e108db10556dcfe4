// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.internal.vector;

/** Hashes of ids, made of their ends alone: that takes little, and random ids differ there as well as anywhere. */
public final class IdHash {
    private static final int CHARS = 4;

    private IdHash() {}

    public static int of(String id) {
        return before(id, id.length());
    }

    /** That of the first id in the text form. */
    public static int ofFirst(String text) {
        return before(text, text.indexOf('='));
    }

    /** That of the last id in the text form. */
    public static int ofLast(String text) {
        return before(text, text.lastIndexOf('='));
    }

    private static int before(String text, int end) {
        int hash = 0;
        for (int i = Math.max(0, end - CHARS); i < end; i++) {
            hash = 31 * hash + text.charAt(i);
        }
        return hash;
    }
}
