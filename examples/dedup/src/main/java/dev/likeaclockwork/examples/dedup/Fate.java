// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.examples.dedup;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * How a life of the consumer ends.
 *
 * @param end how
 * @param effects at which of its effects; never, if the end is {@link End#COMPLETE}
 */
record Fate(End end, int effects) {
    private static final int MAX_EFFECTS = 4;

    /** Each of them is planned once, but for the last one, which comes when all is consumed. */
    enum End {
        KILLED_BEFORE_COMMIT("after the effect, before the commit: the database takes both back, effect and memory"),
        KILLED_AFTER_COMMIT("after the commit, before the broker was told how far it got"),
        CLOSED("without telling the broker how far it got"),
        COMPLETE("");

        private final String when;

        End(String when) {
            this.when = when;
        }

        boolean isKilled() {
            return this == KILLED_BEFORE_COMMIT || this == KILLED_AFTER_COMMIT;
        }

        @Override
        public String toString() {
            return (isKilled() ? "killed (kill -9) " : "closed ") + when;
        }
    }

    /** All lives of a consumer. The same for the same seed. */
    static List<Fate> lives(long seed) {
        Random random = new Random(seed);
        List<End> ends = new ArrayList<>(List.of(End.KILLED_BEFORE_COMMIT, End.KILLED_AFTER_COMMIT, End.CLOSED));
        Collections.shuffle(ends, random);
        List<Fate> lives = new ArrayList<>();
        ends.forEach(end -> lives.add(new Fate(end, 1 + random.nextInt(MAX_EFFECTS))));
        lives.add(new Fate(End.COMPLETE, Integer.MAX_VALUE));
        return lives;
    }
}
