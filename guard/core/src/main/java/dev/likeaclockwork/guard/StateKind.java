// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard;

import java.util.Objects;

/**
 * A kind of states. Immutable.
 *
 * @param name lower-case letters, digits and dashes, at most 40, starting with a letter
 * @param codec writes and reads them
 * @param evictable whether a store may forget states of this kind, if it says so in {@link Slot#lostUntil}
 */
public record StateKind<S>(String name, Codec<S> codec, boolean evictable) {
    private static final int MAX_LENGTH = 40;

    /**
     * Checks the name.
     *
     * @throws NullPointerException if an argument is null
     * @throws IllegalArgumentException if the name has other characters or another length
     */
    public StateKind {
        Objects.requireNonNull(codec, "codec");
        if (name.length() > MAX_LENGTH || !name.matches("[a-z][a-z0-9-]*")) {
            throw new IllegalArgumentException("name must be at most " + MAX_LENGTH
                    + " lower-case letters, digits and dashes, starting with a letter, but is '" + name + "'");
        }
    }

    /**
     * Reads the state that a store holds for a key.
     *
     * @throws CorruptStateException if it cannot be read, naming kind and key
     */
    public S decode(String key, byte[] bytes) {
        try {
            return codec.decode(bytes);
        } catch (CorruptStateException e) {
            throw e.at(name, key);
        }
    }

    /**
     * Refuses to expire states that must not be forgotten.
     *
     * @throws IllegalStateException if this kind is not evictable
     */
    public void checkEvictable() {
        if (!evictable) {
            throw new IllegalStateException("states of kind '" + name + "' do not expire");
        }
    }
}
