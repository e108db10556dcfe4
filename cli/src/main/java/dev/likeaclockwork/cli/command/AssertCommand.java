// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli.command;

import dev.likeaclockwork.cli.options.LogFiles;
import dev.likeaclockwork.cli.options.TextFiles;
import dev.likeaclockwork.cli.output.Output;
import dev.likeaclockwork.cli.output.Style;
import dev.likeaclockwork.cli.text.Events;
import dev.likeaclockwork.cli.text.Execution;
import dev.likeaclockwork.graph.rules.Outcome;
import dev.likeaclockwork.graph.rules.Rules;
import java.io.IOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code clockwork assert}. */
@Command(
        name = "assert",
        description = "Checks logs against a file of rules, with a counterexample for each rule that is broken.",
        footer = {
            "",
            "The file has one rule a line; # starts a comment:",
            "  always \"order.created\" before \"payment.taken\"",
            "  never \"refund.sent\" concurrent with \"payment.taken\" at \"payment\"",
            "  never \"stock.written\" before \"order.placed\"",
            "  every \"send *\" is received",
            "  every \"order.placed\" leads to \"order.*\"",
            "  no concurrent writes of product:*",
            "  no races on account:*",
            "",
            "Example: clockwork assert rules.txt order.jsonl payment.jsonl inventory.jsonl"
        })
final class AssertCommand extends LogCommand {
    @Parameters(index = "0", paramLabel = "RULES", description = "A file of rules.")
    private String file = "";

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE", description = LogFiles.DESCRIPTION)
    private List<String> files = List.of();

    private @Nullable Rules rules;
    private final Map<Outcome.Status, Integer> counts = new EnumMap<>(Outcome.Status.class);

    @Override
    List<String> files() {
        return files;
    }

    @Override
    void prepare() throws IOException {
        rules = Rules.parse(file, TextFiles.read(file));
    }

    @Override
    boolean answer(Execution execution, Output out) {
        execution.printName(out);
        boolean broken = false;
        for (Outcome outcome : rules == null ? List.<Outcome>of() : rules.check(execution.graph())) {
            counts.merge(outcome.status(), 1, Integer::sum);
            broken |= outcome.status() != Outcome.Status.HOLDS;
            if (out.isJson()) {
                out.object(object(execution, outcome));
            } else {
                print(execution, outcome, out);
            }
        }
        return broken;
    }

    private static void print(Execution execution, Outcome outcome, Output out) {
        String reason = outcome.reason().isEmpty() ? "" : ": " + outcome.reason();
        out.line(title(outcome.status()) + "  " + outcome.rule() + reason);
        outcome.witnesses()
                .forEach(witness ->
                        Events.print(out, "  " + witness.role() + ":  ", execution.graph(), witness.event()));
    }

    private static String title(Outcome.Status status) {
        return switch (status) {
            case HOLDS -> Style.good("holds");
            case VIOLATED -> Style.alarm("BROKEN");
            case UNDECIDED -> Style.alarm("UNDECIDED");
        };
    }

    private static Map<String, Object> object(Execution execution, Outcome outcome) {
        Map<String, Object> object = execution.object("rule");
        object.put("status", Events.name(outcome.status()));
        object.put("rule", outcome.rule().text());
        object.put("file", outcome.rule().position().file());
        object.put("line", outcome.rule().position().line());
        object.put("reason", outcome.reason());
        object.put(
                "witnesses",
                outcome.witnesses().stream()
                        .map(witness -> members(execution, witness))
                        .toList());
        return object;
    }

    private static Map<String, Object> members(Execution execution, Outcome.Witness witness) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("role", witness.role());
        members.put("event", Events.members(execution.graph(), witness.event()));
        return members;
    }

    @Override
    boolean conclude(Output out) {
        if (!out.isJson()) {
            out.line(counts.getOrDefault(Outcome.Status.HOLDS, 0) + " hold, "
                    + counts.getOrDefault(Outcome.Status.VIOLATED, 0) + " broken, "
                    + counts.getOrDefault(Outcome.Status.UNDECIDED, 0) + " undecided.");
        }
        return false;
    }
}
