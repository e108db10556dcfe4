// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.state;

import java.util.Locale;
import java.util.Objects;

/** The grammar of keys: those that every database can store and distinguish. */
public final class Keys {
    private static final int MAX_LENGTH = 512;

    private Keys() {}

    /**
     * Returns the key if a store can hold it.
     *
     * @throws NullPointerException if {@code key} is null
     * @throws IllegalArgumentException if it is empty, is longer than 512 characters, or contains a NUL or an unpaired
     *     surrogate
     */
    public static String check(String key) {
        Objects.requireNonNull(key, "key");
        if (key.isEmpty() || key.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "key must have 1 to " + MAX_LENGTH + " characters, but has " + key.length());
        }
        for (int i = 0; i < key.length(); i++) {
            checkAt(key, i);
        }
        return key;
    }

    private static void checkAt(String key, int index) {
        char c = key.charAt(index);
        boolean paired = Character.isHighSurrogate(c)
                ? index + 1 < key.length() && Character.isLowSurrogate(key.charAt(index + 1))
                : !Character.isLowSurrogate(c) || (index > 0 && Character.isHighSurrogate(key.charAt(index - 1)));
        if (c == 0 || !paired) {
            throw new IllegalArgumentException("key must not have the character U+"
                    + Integer.toHexString(c).toUpperCase(Locale.ROOT) + " at " + index);
        }
    }
}
