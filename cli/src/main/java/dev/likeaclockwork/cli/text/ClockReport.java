// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli.text;

import dev.likeaclockwork.cli.output.Output;
import dev.likeaclockwork.cli.output.Style;
import dev.likeaclockwork.graph.diagnosis.ClockOffsets;
import dev.likeaclockwork.graph.diagnosis.ClockOffsets.Bounds;
import java.util.Map;

/** Renders the services whose wall clocks provably differ, or were adjusted during the run. */
public final class ClockReport {
    /** The limit for text; JSON output contains all. */
    private static final int MOST_LINES = 20;

    private final Execution execution;
    private int found;

    public ClockReport(Execution execution) {
        this.execution = execution;
    }

    public void print(Output out) {
        for (ClockOffsets.Apart apart : ClockOffsets.of(execution.graph()).apart()) {
            print(apart.reference(), apart.service(), apart.bounds(), out);
        }
        if (found > MOST_LINES && !out.isJson()) {
            out.line("  and " + (found - MOST_LINES) + " more");
        }
        if (found > 0 && !out.isJson()) {
            out.line("");
        }
    }

    private void print(String reference, String service, Bounds bounds, Output out) {
        found++;
        if (out.isJson()) {
            out.object(object(reference, service, bounds));
            return;
        }
        if (found == 1) {
            out.line(Style.strong("CLOCKS APART")
                    + ": the times of their messages prove that the wall clocks of these services differ.");
        }
        if (found <= MOST_LINES) {
            out.line("  " + words(reference, service, bounds));
        }
    }

    private static String words(String reference, String service, Bounds bounds) {
        if (bounds.isContradictory()) {
            return service + " is ahead of " + reference + " by at least " + Amounts.duration(bounds.least())
                    + " and at most " + Amounts.duration(bounds.most()) + ": one of the clocks was adjusted in between";
        }
        boolean behind = bounds.most() < 0;
        return behind
                ? words(service, reference, bounds.hasLeast(), -bounds.most(), -bounds.least(), "behind")
                : words(service, reference, bounds.hasMost(), bounds.least(), bounds.most(), "ahead of");
    }

    private static String words(String service, String other, boolean bounded, long least, long most, String where) {
        return service + " is " + where + " " + other + " by " + Amounts.duration(least)
                + (bounded ? " to " + Amounts.duration(most) : " or more");
    }

    private Map<String, Object> object(String reference, String service, Bounds bounds) {
        Map<String, Object> object = execution.object("clock_offset");
        object.put("reference", reference);
        object.put("service", service);
        if (bounds.hasLeast()) {
            object.put("least_nanos", bounds.least());
        }
        if (bounds.hasMost()) {
            object.put("most_nanos", bounds.most());
        }
        object.put("contradictory", bounds.isContradictory());
        return object;
    }
}
