// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.fuzz;

import dev.likeaclockwork.formats.options.ReadOptions;

/** Any bytes as JSON lines, as lines with message ids, and as whatever they look like. */
public final class ReadFuzz {
    private static final ReadOptions STANDARD =
            ReadOptions.standard().withDelimiter("^---(?<trace>.*)").withNodeField("svc");

    private ReadFuzz() {}

    /** Called by the fuzzer. */
    public static void fuzzerTestOneInput(byte[] data) {
        FuzzedReading.check(STANDARD, data);
        FuzzedReading.check(STANDARD.withFormat("json"), data);
        FuzzedReading.check(STANDARD.withFormat("messages"), data);
    }
}
