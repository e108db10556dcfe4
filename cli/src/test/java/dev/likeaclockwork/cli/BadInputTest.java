// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeaclockwork.cli.output.StandardOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Bad input is reported, the rest is read, and the exit code is 2. */
class BadInputTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private String good = "";

    @BeforeEach
    void writeLog() throws IOException {
        good = write("good.jsonl", "{\"_causality\":{\"vector\":{\"a\":1},\"event_type\":\"sent\"}}\n");
    }

    @Test
    void emptyFile_isReportedAndTheOthersAreRead() throws IOException {
        String empty = write("empty.jsonl", "");

        assertThat(run("order", empty, good)).isEqualTo(2);
        assertThat(out.toString()).contains("a  sent");
        assertThat(err).hasToString("left out: " + empty + ": is empty\n");
    }

    @Test
    void nonNumericLimit_isRejected() {
        for (String command : new String[] {"races", "check"}) {
            assertThat(run(command, "--limit", "-1", good)).isEqualTo(2);
            assertThat(err.toString())
                    .startsWith("Invalid value for option '--limit': '-1' is not a number from 0 to 999999999\n");
            err.getBuffer().setLength(0);
        }
    }

    @Test
    void convert_needsOneFormat() {
        assertThat(run("convert", good)).isEqualTo(2);
        assertThat(err.toString()).startsWith("Missing required option: '--to=FORMAT'\n");
        err.getBuffer().setLength(0);
        assertThat(run("convert", "--json", "--to", "dot", good)).isEqualTo(2);
        assertThat(err.toString()).startsWith("--json is short for --to json and excludes --to dot\n");
        assertThat(out.toString()).isEmpty();
        assertThat(run("convert", "--json", good)).isZero();
        assertThat(out.toString()).startsWith("{\"_causality\":");
    }

    @Test
    void unknownExecution_isRejectedWithTheKnownOnes() throws IOException {
        String runs = write("runs", "=== one\na {\"a\":1}\nx\n=== two\na {\"a\":1}\nx\n");

        assertThat(run("stats", "--delimiter", "^=== (?<trace>.*)$", "--execution", "three", runs))
                .isEqualTo(2);
        assertThat(err).hasToString("clockwork: there is no execution 'three'; the logs contain 'one', 'two'\n");
    }

    @Test
    void cutWithoutEvents_isRejectedBeforeAnyFileIsRead() {
        assertThat(run("cut", "a:1", good)).isEqualTo(2);
        assertThat(err.toString()).startsWith("Missing events: clockwork cut EVENT... -- FILE...\n");
    }

    @Test
    void unreadableRules_areReportedWithTheirFile() throws IOException {
        String latin = folder.resolve("rules").toString();
        Files.writeString(Path.of(latin), "# caf\u00e9", StandardCharsets.ISO_8859_1);

        assertThat(run("assert", latin, good)).isEqualTo(2);
        assertThat(run("races", "--span-rules", latin, good)).isEqualTo(2);
        assertThat(run("assert", folder.toString(), good)).isEqualTo(2);
        assertThat(run("assert", folder.resolve("none").toString(), good)).isEqualTo(2);
        assertThat(err.toString().lines())
                .containsExactly(
                        "clockwork: " + latin + ": is not UTF-8 text",
                        "clockwork: " + latin + ": is not UTF-8 text",
                        "clockwork: " + folder + ": is a directory",
                        "clockwork: no such file: " + folder.resolve("none"));
    }

    @Test
    void byteOrderMark_isNotPartOfTheRules() throws IOException {
        assertThat(run("assert", write("rules", "\ufeffnever \"a\" before \"b\"\n"), good))
                .isZero();
    }

    @Test
    void internalError_isNotAFinding() {
        Runnable broken = () -> {
            throw new IllegalStateException("oh");
        };
        Runnable greedy = () -> {
            throw new OutOfMemoryError("heap");
        };

        assertThat(execute(broken)).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("clockwork: internal error; please report it")
                .contains("IllegalStateException: oh");
        err.getBuffer().setLength(0);
        assertThat(execute(() -> callDeeply(0))).isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(32).last().asString().contains("callDeeply");
        err.getBuffer().setLength(0);
        assertThat(execute(greedy)).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("clockwork: the logs do not fit into ")
                .endsWith(" for 4 GiB\n");
    }

    @Test
    void writeError_isAnErrorUnlessTheReaderClosedThePipe() {
        for (String reason : new String[] {"No space left on device", "Broken pipe"}) {
            StandardOutput broken = new StandardOutput(new OutputStream() {
                @Override
                public void write(int b) throws IOException {
                    throw new IOException(reason);
                }
            });
            PrintWriter printer = new PrintWriter(broken, true, StandardCharsets.UTF_8);
            ClockworkCommand.commandLine(printer, new PrintWriter(err, true)).execute("stats", good);
            printer.flush();

            assertThat(broken.isWhole()).isFalse();
            assertThat(Main.notWritten(broken, new PrintWriter(err, true))).isEqualTo(broken.isGone() ? 141 : 2);
        }
        assertThat(err).hasToString("clockwork: cannot write the output: No space left on device\n");
    }

    private static int callDeeply(int depth) {
        return depth == Integer.MAX_VALUE ? depth : callDeeply(depth + 1);
    }

    private int execute(Runnable subcommand) {
        CommandLine command = ClockworkCommand.commandLine(new PrintWriter(out, true), new PrintWriter(err, true));
        command.addSubcommand("broken", CommandSpec.wrapWithoutInspection(subcommand));
        command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        command.setExecutionExceptionHandler(command.getExecutionExceptionHandler());
        return Main.execute(command, new String[] {"broken"}, new PrintWriter(err, true));
    }

    private int run(String... arguments) {
        return ClockworkCommand.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(arguments);
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
