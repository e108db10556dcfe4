// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli.command;

import dev.likeaclockwork.cli.options.Dashes;
import dev.likeaclockwork.cli.options.Limit;
import dev.likeaclockwork.cli.output.Output;
import dev.likeaclockwork.cli.text.DiffText;
import dev.likeaclockwork.cli.text.Execution;
import dev.likeaclockwork.graph.CausalGraph;
import dev.likeaclockwork.graph.diff.GraphDiff;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code clockwork diff}. */
@Command(
        name = "diff",
        description = "Compares two runs causally: their events, orders and races.",
        customSynopsis = {"clockwork diff [OPTIONS] LOG1 LOG2", "       clockwork diff [OPTIONS] FILE... -- FILE..."},
        footer = {"", "Example: clockwork diff monday.jsonl tuesday.jsonl"})
final class DiffCommand extends LogCommand {
    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "Two logs, or the files of two logs separated by --.")
    private List<String> arguments = List.of();

    @Option(
            names = "--limit",
            paramLabel = "N",
            converter = Limit.class,
            description = "Print at most N differences of each kind.")
    private int limit = Integer.MAX_VALUE;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final List<CausalGraph> left = new ArrayList<>();

    /** The files of the left log; those of the right log are read later, by {@link #conclude}. */
    @Override
    List<String> files() {
        List<String> before = Dashes.before(spec, arguments);
        if (before.isEmpty() && arguments.size() != 2) {
            throw new ParameterException(
                    spec.commandLine(),
                    "diff needs two logs; -- separates the files of the first from those of the second.");
        }
        return before.isEmpty() ? arguments.subList(0, 1) : before;
    }

    private List<String> others() {
        return arguments.subList(files().size(), arguments.size());
    }

    @Override
    boolean answer(Execution execution, Output out) {
        left.add(execution.graph());
        return false;
    }

    @Override
    boolean conclude(Output out) throws IOException {
        List<CausalGraph> right = new ArrayList<>();
        forEach(others(), out, execution -> right.add(execution.graph()));
        if (left.size() != 1 || right.size() != 1) {
            throw new IllegalArgumentException(
                    "diff compares two executions, but the logs contain " + left.size() + " and " + right.size());
        }
        out.progress().phase("comparing", 0);
        GraphDiff diff = GraphDiff.of(left.get(0), right.get(0));
        new DiffText(left.get(0), right.get(0), limit, out).print(diff);
        return !diff.isEmpty();
    }
}
