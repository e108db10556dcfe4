// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli.command;

import dev.likeaclockwork.cli.text.Amounts;
import dev.likeaclockwork.graph.CausalGraph;
import picocli.CommandLine.Command;

/** {@code clockwork concurrent-with}. */
@Command(
        name = "concurrent-with",
        description = "Lists the events that happened neither before nor after an event.",
        footer = {"", "Example: clockwork concurrent-with payment:7 order.jsonl payment.jsonl"})
final class ConcurrentWithCommand extends OneEventListCommand {
    @Override
    int[] list(CausalGraph graph, int event) {
        return graph.concurrentWith(event).toArray();
    }

    @Override
    String summary(int count) {
        return Amounts.of(count, "event") + (count == 1 ? " is" : " are") + " concurrent with it";
    }
}
