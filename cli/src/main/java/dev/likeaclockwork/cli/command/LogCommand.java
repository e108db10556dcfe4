// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli.command;

import dev.likeaclockwork.cli.options.LogFiles;
import dev.likeaclockwork.cli.options.OutputOptions;
import dev.likeaclockwork.cli.output.Output;
import dev.likeaclockwork.cli.output.Visible;
import dev.likeaclockwork.cli.text.Execution;
import dev.likeaclockwork.graph.CausalGraph;
import dev.likeaclockwork.graph.event.Fault;
import dev.likeaclockwork.graph.event.Problem;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The base of commands that read logs. */
@Command(mixinStandardHelpOptions = true, abbreviateSynopsis = true, sortOptions = false)
abstract class LogCommand implements Callable<Integer> {
    /** The largest number of omissions that are listed on standard error; {@code clockwork check} lists all. */
    private static final int MOST_LEFT_OUT = 20;

    @Mixin
    private OutputOptions options = new OutputOptions();

    @Mixin
    private LogFiles logs = new LogFiles();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final List<Problem> leftOut = new ArrayList<>();
    private long leftOutCount;
    private int events;

    /** The files to read. */
    abstract List<String> files();

    /** Reads and checks other input, before any log is read. */
    void prepare() throws IOException {
        // most commands need nothing else
    }

    /** Prints the answer for one execution, and returns whether it is a finding. */
    abstract boolean answer(Execution execution, Output out) throws IOException;

    /** Prints the answer for all executions together, after those for each, and returns whether it is a finding. */
    boolean conclude(Output out) throws IOException {
        return false;
    }

    /** Whether the output is JSON instead of text. */
    final boolean isJson() {
        return options.isJson();
    }

    /** Whether the answer needs the additional fields of events. */
    boolean keepsFields() {
        return false;
    }

    /** Whether a fault of this kind makes the answer incomplete. */
    boolean spoils(Fault fault) {
        return fault.leavesOut();
    }

    @Override
    public final Integer call() throws IOException {
        prepare();
        boolean[] found = {false};
        try (Output out = options.open(spec)) {
            forEach(files(), out, execution -> found[0] |= answer(execution, out));
            found[0] |= conclude(out);
        } finally {
            report(spec.commandLine().getErr());
        }
        if (events == 0) {
            spec.commandLine()
                    .getErr()
                    .println("clockwork: found no events in " + Visible.of(String.join(", ", files())));
        }
        return leftOutCount > 0 || events == 0 ? ExitCode.BAD_INPUT : found[0] ? ExitCode.FINDING : ExitCode.OK;
    }

    /** Runs an action for each execution of the files, and counts what is left out of them. */
    final void forEach(List<String> files, Output out, LogFiles.Action action) throws IOException {
        logs.forEach(files, keepsFields(), out.progress(), execution -> {
            note(execution.graph());
            action.accept(execution);
        });
    }

    private void note(CausalGraph graph) {
        events += graph.size();
        graph.problems().stream()
                .filter(problem -> spoils(problem.fault()))
                .limit(MOST_LEFT_OUT)
                .forEach(leftOut::add);
        leftOutCount += graph.faults().entrySet().stream()
                .filter(fault -> spoils(fault.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Lists what is missing from the answers; {@code check} lists all faults. */
    private void report(PrintWriter err) {
        leftOut.stream()
                .limit(MOST_LEFT_OUT)
                .forEach(problem -> err.println("left out: " + Visible.of(problem.toString())));
        if (leftOutCount > Math.min(leftOut.size(), MOST_LEFT_OUT)) {
            err.println("left out: " + (leftOutCount - Math.min(leftOut.size(), MOST_LEFT_OUT))
                    + " more; 'clockwork check' lists them");
        }
    }
}
