// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.fuzz;

import dev.likeaclockwork.graph.CausalGraph;
import dev.likeaclockwork.graph.Races;
import dev.likeaclockwork.graph.Statistics;
import dev.likeaclockwork.graph.read.LogReader;
import dev.likeaclockwork.graph.read.ReadOptions;
import dev.likeaclockwork.graph.read.Source;
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
