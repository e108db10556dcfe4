// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.state;

import java.util.Objects;

/**
 * A kind of states, such as the histories of one deduplicator. Immutable.
 *
 * @param name at most 40 lower-case letters, digits and dashes, starting with a letter
 * @param codec the binary form of the states
 * @param evictable whether a store may forget states of this kind; it then reports {@link StoredState#lostUntil}
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
     * @throws CorruptStateException if the state cannot be read; its message names kind and key
     */
    public S decode(String key, byte[] bytes) {
        try {
            return codec.decode(bytes);
        } catch (CorruptStateException e) {
            throw e.at(name, key);
        }
    }

    /**
     * Checks that states of this kind may be forgotten.
     *
     * @throws IllegalStateException if this kind is not evictable
     */
    public void checkEvictable() {
        if (!evictable) {
            throw new IllegalStateException("states of kind '" + name + "' do not expire");
        }
    }
}
