// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.internal.fast;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys shorter than a word, of whole words, and of words and a bit. */
class EncodedKeysTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7, 8, 9, 15, 16, 17, 24, 25, 40})
    void key_matchesWhereAllItsBytesStandAndNowhereElse(int length) {
        byte[] key = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ"
                .substring(0, length)
                .getBytes(US_ASCII);
        EncodedKeys keys = new EncodedKeys(new byte[][] {key});
        byte[] bytes = ("##" + new String(key, US_ASCII)).getBytes(US_ASCII);

        assertThat(keys.matches(0, bytes, 2)).isTrue();
        assertThat(keys.matches(0, bytes, 3)).as("beyond the end").isFalse();
        for (int place = 2; place < bytes.length; place++) {
            byte[] other = bytes.clone();
            other[place] ^= 1;
            assertThat(keys.matches(0, other, 2)).as("other byte %s", place).isFalse();
        }
    }
}
