// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.concurrency;

import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;

/** How Lincheck looks for results that no order of the operations explains. */
final class Linearizability {
    /** Random scenarios for each way. */
    private static final int SCENARIOS = Integer.getInteger("lincheck.scenarios", 5);

    /** Runs of each scenario. */
    private static final int INVOCATIONS = Integer.getInteger("lincheck.invocations", 100);

    private Linearizability() {}

    /**
     * Runs scenarios of {@code operations} in all interleavings up to a bound, and compares with {@code specification}.
     */
    static void checkInterleavings(Class<?> operations, Class<?> specification) {
        new ModelCheckingOptions()
                .iterations(SCENARIOS)
                .invocationsPerIteration(INVOCATIONS)
                .threads(2)
                .actorsPerThread(3)
                .sequentialSpecification(specification)
                .check(operations);
    }
}
