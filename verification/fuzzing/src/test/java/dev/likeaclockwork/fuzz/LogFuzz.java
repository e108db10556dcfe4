// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.fuzz;

import dev.likeaclockwork.formats.LogReader;
import dev.likeaclockwork.formats.options.ReadOptions;
import dev.likeaclockwork.formats.options.Source;
import dev.likeaclockwork.graph.CausalGraph;
import dev.likeaclockwork.graph.findings.Races;
import dev.likeaclockwork.graph.query.Statistics;
import java.io.ByteArrayInputStream;
import java.util.List;

/** Any bytes as a log file: whatever is in it, the rest is read and every answer can be given. */
public final class LogFuzz {
    private LogFuzz() {}

    /** Called by the fuzzer. */
    public static void fuzzerTestOneInput(byte[] data) {
        for (CausalGraph graph : new LogReader(ReadOptions.standard())
                .read(List.of(Source.stream("log", new ByteArrayInputStream(data))))
                .values()) {
            Races.of(graph);
            Statistics.of(graph);
        }
    }
}
