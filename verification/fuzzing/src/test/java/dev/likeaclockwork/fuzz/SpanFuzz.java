// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.fuzz;

import dev.likeaclockwork.formats.options.ReadOptions;
import dev.likeaclockwork.formats.spans.SpanRules;

/** Any bytes as spans of each format. */
public final class SpanFuzz {
    private static final ReadOptions OPTIONS =
            ReadOptions.standard().withSpanRules(SpanRules.parse("siblings = sequential"));

    private SpanFuzz() {}

    /** Called by the fuzzer. */
    public static void fuzzerTestOneInput(byte[] data) {
        FuzzedReading.check(OPTIONS.withFormat("otlp"), data);
        FuzzedReading.check(OPTIONS.withFormat("zipkin"), data);
        FuzzedReading.check(OPTIONS.withFormat("jaeger"), data);
    }
}
