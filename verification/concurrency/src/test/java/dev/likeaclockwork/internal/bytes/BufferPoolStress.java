// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.internal.bytes;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/** What threads that look for the same spare buffer may and may not get. */
public final class BufferPoolStress {
    /** In a buffer that was given back. */
    private static final int USED = 1;

    /** In a new one. */
    private static final int NEW = 2;

    private BufferPoolStress() {}

    private static BufferPool<int[]> spare() {
        return new BufferPool<>(1, () -> new int[] {NEW});
    }

    @JCStressTest
    @Outcome(
            id = {"1, 2", "2, 1"},
            expect = ACCEPTABLE,
            desc = "One of them gets the spare one")
    @Outcome(expect = FORBIDDEN, desc = "Two have the same one, or nobody has the spare one")
    @State
    public static class TwoForOne {
        private final BufferPool<int[]> spare = spare();

        public TwoForOne() {
            spare.give(new int[] {USED});
        }

        @Actor
        public void first(II_Result r) {
            r.r1 = spare.take()[0];
        }

        @Actor
        public void second(II_Result r) {
            r.r2 = spare.take()[0];
        }
    }

    @JCStressTest
    @Outcome(
            id = {"1", "2"},
            expect = ACCEPTABLE,
            desc = "The one that was given back, as it was then, or a new one")
    @Outcome(expect = FORBIDDEN, desc = "One that its last user still writes to")
    @State
    public static class GivenBack {
        private final BufferPool<int[]> spare = spare();

        @Actor
        public void giver() {
            int[] buffer = new int[1];
            buffer[0] = USED;
            spare.give(buffer);
        }

        @Actor
        public void taker(I_Result r) {
            r.r1 = spare.take()[0];
        }
    }
}
