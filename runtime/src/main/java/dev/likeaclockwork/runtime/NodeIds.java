// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime;

import java.util.random.RandomGenerator;

/**
 * A source of node ids, {@code service/5k2v0c1m9z3xq}: 64 random bits in 13 characters of base 32 (Crockford's alphabet, in
 * lower case). No two are the same, on any machine and after any restart. Thread-safe if the random source is.
 */
final class NodeIds {
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 13;
    private static final int MAX_NODE_LENGTH = 128;

    /** The longest name that leaves room for the rest. */
    static final int MAX_SERVICE_LENGTH = MAX_NODE_LENGTH - LENGTH - 1;

    private final String prefix;
    private final RandomGenerator random;

    NodeIds(String service, RandomGenerator random) {
        this.prefix = check(service) + "/";
        this.random = random;
    }

    private static String check(String service) {
        boolean legal = !service.isEmpty()
                && service.length() <= MAX_SERVICE_LENGTH
                && service.chars().allMatch(c -> c > ' ' && c < 0x7F && c != ',' && c != '=' && c != '/');
        if (!legal) {
            throw new IllegalArgumentException("service must be 1 to " + MAX_SERVICE_LENGTH
                    + " visible ASCII characters other than ',', '=' and '/', but is '" + service + "'");
        }
        return service;
    }

    String next() {
        char[] text = new char[LENGTH];
        long bits = random.nextLong();
        for (int i = LENGTH - 1; i >= 0; i--) {
            text[i] = ALPHABET.charAt((int) (bits & 31));
            bits >>>= 5;
        }
        return prefix + new String(text);
    }
}
