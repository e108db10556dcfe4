// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.rules;

import dev.likeaclockwork.graph.CausalGraph;
import dev.likeaclockwork.graph.event.Fault;
import dev.likeaclockwork.graph.rules.Outcome.Status;
import dev.likeaclockwork.graph.rules.Outcome.Witness;
import java.util.List;
import java.util.Map;

/** What a sentence found in a graph. */
record Finding(Status status, String reason, List<Witness> witnesses) {
    static Finding violated(String reason, Witness... witnesses) {
        return new Finding(Status.VIOLATED, reason, List.of(witnesses));
    }

    static Finding undecided(String reason, Witness... witnesses) {
        return new Finding(Status.UNDECIDED, reason, List.of(witnesses));
    }

    /** If nothing broke a rule: it holds, unless events are missing that may. */
    static Finding nothingFound(CausalGraph graph, String reason) {
        String missing = missing(graph);
        return missing.isEmpty()
                ? new Finding(Status.HOLDS, reason, List.of())
                : undecided("nothing breaks it, but " + missing);
    }

    /** If an event was looked for in vain: the rule is broken, unless it may be among those that are missing. */
    static Finding notFound(CausalGraph graph, String reason, Witness... witnesses) {
        String missing = missing(graph);
        return missing.isEmpty() ? violated(reason, witnesses) : undecided(reason + ", but " + missing, witnesses);
    }

    /** What is missing from the logs, in words; empty if nothing is known to be. */
    private static String missing(CausalGraph graph) {
        Map<Fault, Long> faults = graph.faults();
        if (graph.missingEvents() > 0) {
            return graph.missingEvents() == 1
                    ? "1 event is missing from the logs"
                    : graph.missingEvents() + " events are missing from the logs";
        }
        if (faults.containsKey(Fault.MISSING_CAUSE)) {
            return Fault.MISSING_CAUSE.meaning();
        }
        return faults.keySet().stream()
                .filter(Fault::leavesOut)
                .findFirst()
                .map(Fault::meaning)
                .orElse("");
    }
}
