// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.internal.vector;

import java.util.Objects;

/**
 * The grammar of node ids: 1 to 128 visible ASCII characters (0x21 to 0x7E) other than {@code ,} and {@code =}.
 *
 * <p>The two excluded characters separate entries and counters in the text form. ASCII also makes the order of ids the
 * same in every language and in every encoding.
 */
public final class NodeId {
    /** Characters, and as many bytes. */
    public static final int MAX_LENGTH = 128;

    private NodeId() {}

    public static boolean isLegal(int character) {
        return sign(character) >= 0;
    }

    /**
     * Negative for a character that no id has. Without a branch, so that the characters of an id are looked at
     * together.
     */
    private static int sign(int character) {
        return (character - '!') | ('~' - character) | ((character ^ ',') - 1) | ((character ^ '=') - 1);
    }

    /**
     * Refuses an id that does not follow the grammar.
     *
     * @throws NullPointerException if {@code id} is null, naming {@code parameter}
     * @throws IllegalArgumentException if it does not follow the grammar, naming {@code parameter} and the value
     */
    public static void check(String parameter, String id) {
        Objects.requireNonNull(id, parameter);
        if (id.isEmpty() || id.length() > MAX_LENGTH || !hasLegalCharacters(id)) {
            throw new IllegalArgumentException(parameter + " must be 1 to " + MAX_LENGTH
                    + " visible ASCII characters other than ',' and '=', but is " + Quoted.of(id));
        }
    }

    private static boolean hasLegalCharacters(String id) {
        int signs = 0;
        for (int i = 0, length = id.length(); i < length; i++) {
            signs |= sign(id.charAt(i));
        }
        return signs >= 0;
    }
}
