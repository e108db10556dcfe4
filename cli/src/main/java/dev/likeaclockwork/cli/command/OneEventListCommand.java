// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli.command;

import dev.likeaclockwork.cli.options.OneEvent;
import dev.likeaclockwork.graph.CausalGraph;
import java.util.List;
import picocli.CommandLine.Mixin;

/** The base of commands that list the events which stand in one relation to one event. */
abstract class OneEventListCommand extends EventListCommand {

    @Mixin
    private OneEvent arguments = new OneEvent();

    /** The events that stand in the relation to {@code event}, in the order of the graph. */
    abstract int[] list(CausalGraph graph, int event);

    @Override
    final List<String> files() {
        return arguments.files();
    }

    @Override
    final List<String> references() {
        return arguments.references();
    }

    @Override
    final int[] list(CausalGraph graph, List<Integer> events) {
        return list(graph, events.get(0));
    }
}
