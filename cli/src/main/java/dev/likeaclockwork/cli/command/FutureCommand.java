// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli.command;

import dev.likeaclockwork.cli.text.Amounts;
import dev.likeaclockwork.graph.CausalGraph;
import picocli.CommandLine.Command;

/** {@code clockwork future}. */
@Command(
        name = "future",
        description = "Lists the events that happened after an event: all that it could have influenced.",
        footer = {"", "Example: clockwork future order.jsonl:8 order.jsonl payment.jsonl"})
final class FutureCommand extends OneEventListCommand {
    @Override
    int[] list(CausalGraph graph, int event) {
        return graph.future(event).toArray();
    }

    @Override
    String summary(int count) {
        return Amounts.of(count, "event") + " happened after it";
    }
}
