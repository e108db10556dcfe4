// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork;

import java.util.SplittableRandom;

/** Headers that are wrong in a few characters. */
public final class MutatedText {
    private MutatedText() {}

    /**
     * A header with a number of changes: a character that is another one, one more, one less, or one that stands at the
     * end instead.
     *
     * @param header longer than there are changes
     * @param signs the characters that are put in
     */
    public static String of(String header, String signs, int changes, SplittableRandom random) {
        StringBuilder text = new StringBuilder(header);
        for (int left = changes; left > 0; left--) {
            char any = signs.charAt(random.nextInt(signs.length()));
            int place = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.setCharAt(place, any);
                case 1 -> text.insert(place, any);
                case 2 -> text.deleteCharAt(place);
                default -> text.deleteCharAt(place).append(any);
            }
        }
        return text.toString();
    }
}
