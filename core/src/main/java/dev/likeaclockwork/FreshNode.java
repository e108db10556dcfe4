// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork;

import dev.likeaclockwork.internal.vector.NodeId;
import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/**
 * A maker of node ids that no other process, and no earlier start of this one, has:
 * {@code order-service/5k2v0c1m9z3xq}, a name, a slash, and 64 random bits in 13 characters of base 32 (Crockford's
 * alphabet, in lower case). Thread-safe.
 */
final class FreshNode {
    static final RandomGenerator SECURE_RANDOM = new SecureRandom();

    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int BITS_OF_A_DIGIT = 5;
    private static final int DIGITS = 13;
    private static final int MAX_NAME_LENGTH = NodeId.MAX_LENGTH - DIGITS - 1;

    private FreshNode() {}

    static String of(String name, RandomGenerator random) {
        check(name);
        long bits = random.nextLong();
        StringBuilder node = new StringBuilder(name).append('/');
        for (int place = DIGITS - 1; place >= 0; place--) {
            node.append(ALPHABET.charAt((int) (bits >>> (BITS_OF_A_DIGIT * place)) & 31));
        }
        return node.toString();
    }

    private static void check(String name) {
        NodeId.check("name", name);
        if (name.length() > MAX_NAME_LENGTH || name.indexOf('/') >= 0) {
            throw new IllegalArgumentException(
                    "name must be 1 to " + MAX_NAME_LENGTH + " characters without '/', but is '" + name + "'");
        }
    }
}
