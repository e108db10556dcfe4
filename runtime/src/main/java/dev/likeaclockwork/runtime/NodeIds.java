// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime;

import java.util.random.RandomGenerator;

/**
 * A source of node ids, such as {@code service/5k2v0c1m9z3xq}: 64 random bits in 13 characters of base 32 (Crockford's
 * alphabet, in lower case), so that ids are unique across machines and restarts. Thread-safe if the random source is.
 */
final class NodeIds {
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 13;
    private static final int MAX_NODE_LENGTH = 128;

    /** The longest service name that leaves room for the slash and the random part. */
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

    /** The next id. A single concatenation, which allocates only its result. */
    String next() {
        long bits = random.nextLong();
        return prefix
                + digit(bits, 12)
                + digit(bits, 11)
                + digit(bits, 10)
                + digit(bits, 9)
                + digit(bits, 8)
                + digit(bits, 7)
                + digit(bits, 6)
                + digit(bits, 5)
                + digit(bits, 4)
                + digit(bits, 3)
                + digit(bits, 2)
                + digit(bits, 1)
                + digit(bits, 0);
    }

    private static char digit(long bits, int place) {
        return ALPHABET.charAt((int) (bits >>> (5 * place)) & 31);
    }
}
