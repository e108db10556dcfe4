// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.examples.dedup;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * How one run of the consumer is planned to end.
 *
 * @param end the kind of end
 * @param effects after how many effects; not reached if the end is {@link End#COMPLETE}
 */
record RunPlan(End end, int effects) {
    private static final int MAX_EFFECTS = 4;

    /** The kinds of end, each of which is planned once; {@link #COMPLETE} comes last, at the end of the topic. */
    enum End {
        KILLED_BEFORE_COMMIT(
                "after the sale, before the commit: the database rolls back the sale and the guard's record of it"),
        KILLED_AFTER_COMMIT("after the commit, before the offset was committed to the broker"),
        CLOSED("without committing its offset to the broker"),
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

    /** The plans of all runs of the consumer. Deterministic for a seed. */
    static List<RunPlan> plans(long seed) {
        Random random = new Random(seed);
        List<End> ends = new ArrayList<>(List.of(End.KILLED_BEFORE_COMMIT, End.KILLED_AFTER_COMMIT, End.CLOSED));
        Collections.shuffle(ends, random);
        List<RunPlan> plans = new ArrayList<>();
        ends.forEach(end -> plans.add(new RunPlan(end, 1 + random.nextInt(MAX_EFFECTS))));
        plans.add(new RunPlan(End.COMPLETE, Integer.MAX_VALUE));
        return plans;
    }
}
