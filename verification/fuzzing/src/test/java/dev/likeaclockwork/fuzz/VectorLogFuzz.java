// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.fuzz;

import dev.likeaclockwork.formats.options.ReadOptions;

/** Any bytes as a vector-clock log, with the expressions of its first two lines if it has some. */
public final class VectorLogFuzz {
    private VectorLogFuzz() {}

    /** Called by the fuzzer. */
    public static void fuzzerTestOneInput(byte[] data) {
        FuzzedReading.check(ReadOptions.standard().withFormat("shiviz"), data);
    }
}
