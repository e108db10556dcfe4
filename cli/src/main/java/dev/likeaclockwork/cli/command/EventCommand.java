// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli.command;

import dev.likeaclockwork.cli.output.Output;
import dev.likeaclockwork.cli.text.Execution;
import dev.likeaclockwork.graph.CausalGraph;
import dev.likeaclockwork.graph.query.EventReference;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The base of commands about given events, which answer for each execution that contains all of them. */
abstract class EventCommand extends LogCommand {
    private boolean answered;
    private @Nullable IllegalArgumentException notFound;

    /** The references to the events, as the user typed them. */
    abstract List<String> references();

    /** Prints the answer for one execution, and returns whether it is a finding. */
    abstract boolean answer(Execution execution, List<Integer> events, Output out) throws IOException;

    @Override
    final boolean answer(Execution execution, Output out) throws IOException {
        CausalGraph graph = execution.graph();
        List<Integer> events;
        try {
            events = references().stream()
                    .map(text -> EventReference.find(graph, text))
                    .toList();
        } catch (IllegalArgumentException e) {
            notFound = e;
            return false;
        }
        answered = true;
        execution.printName(out);
        return answer(execution, events, out);
    }

    @Override
    final boolean conclude(Output out) {
        if (!answered && notFound != null) {
            throw notFound;
        }
        return false;
    }
}
