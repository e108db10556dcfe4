// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.testkit;

import java.util.BitSet;
import java.util.List;

/**
 * Which step of an execution can be reached from which, along the lines of nodes and along messages: happened-before as
 * Lamport (1978) defines it, with no clock in sight.
 *
 * <p>For n steps this takes n<sup>2</sup>/16 bytes; a question takes O(1). Immutable.
 */
final class Reachability {
    /** For each step all that lead to it, itself not included. */
    private final BitSet[] pasts;

    Reachability(List<ExecutionStep> steps) {
        pasts = new BitSet[steps.size()];
        for (int i = 0; i < pasts.length; i++) {
            ExecutionStep step = steps.get(i);
            pasts[i] = new BitSet(i);
            addPast(pasts[i], step.previous());
            addPast(pasts[i], step.message());
        }
    }

    /** Both predecessors stand before their step, so what leads to them is complete. */
    private void addPast(BitSet past, int predecessor) {
        if (predecessor != ExecutionStep.NONE) {
            past.or(pasts[predecessor]);
            past.set(predecessor);
        }
    }

    boolean reaches(int from, int to) {
        return pasts[to].get(from);
    }
}
