// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli.command;

import dev.likeaclockwork.cli.options.Limit;
import dev.likeaclockwork.cli.output.Output;
import dev.likeaclockwork.cli.text.Amounts;
import dev.likeaclockwork.cli.text.Events;
import dev.likeaclockwork.cli.text.Execution;
import dev.likeaclockwork.graph.CausalGraph;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** The base of commands whose answer is a list of events. */
abstract class EventListCommand extends EventCommand {
    @Option(
            names = "--limit",
            paramLabel = "N",
            converter = Limit.class,
            description = "Print at most N events, the nearest ones; the count includes all.")
    private int limit = Integer.MAX_VALUE;

    /** The events of the answer, in the order of the graph. */
    abstract int[] list(CausalGraph graph, List<Integer> events);

    /** Whether the last events of the list are the nearest to the given ones. */
    boolean isLastNearest() {
        return false;
    }

    /** The summary of the answer, such as "3 events happened before it". */
    abstract String summary(int count);

    @Override
    final boolean answer(Execution execution, List<Integer> events, Output out) {
        CausalGraph graph = execution.graph();
        int[] list = list(graph, events);
        int printed = Math.min(limit, list.length);
        int[] nearest = isLastNearest()
                ? Arrays.copyOfRange(list, list.length - printed, list.length)
                : Arrays.copyOf(list, printed);
        for (int event : nearest) {
            if (out.isJson()) {
                Map<String, Object> object = execution.object("event");
                object.putAll(Events.members(graph, event));
                out.object(object);
            } else {
                Events.print(out, "", graph, event);
            }
        }
        summarise(execution, list.length, printed, unknown(graph, events), out);
        return false;
    }

    /** The number of events whose relation to the given ones is unknown. */
    private static long unknown(CausalGraph graph, List<Integer> events) {
        return events.stream().flatMapToInt(graph::unknownTo).distinct().count();
    }

    private void summarise(Execution execution, int count, int printed, long unknown, Output out) {
        if (out.isJson()) {
            Map<String, Object> object = execution.object("summary");
            object.put("events", count);
            object.put("unknown", unknown);
            out.object(object);
            return;
        }
        out.line(summary(count) + (printed < count ? "; " + printed + (printed == 1 ? " is" : " are") + " printed" : "")
                + ".");
        if (unknown > 0) {
            out.line("For " + Amounts.of(unknown, "more event")
                    + ", the logs cannot decide it; 'clockwork check' shows why.");
        }
    }
}
