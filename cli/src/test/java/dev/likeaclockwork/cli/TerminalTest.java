// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeaclockwork.cli.output.Output;
import dev.likeaclockwork.cli.output.Pager;
import dev.likeaclockwork.cli.output.Progress;
import dev.likeaclockwork.cli.output.Terminal;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerminalTest {
    private static final Terminal NARROW = new Terminal(true, true, true, 60, 24);

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private static Terminal terminal(String streams, String size, Map<String, String> environment) {
        Properties properties = new Properties();
        properties.setProperty(Terminal.STREAMS, streams);
        properties.setProperty(Terminal.SIZE, size);
        return Terminal.of(properties, environment);
    }

    @Test
    void terminal_isDetectedByTheLauncher() {
        assertThat(terminal("out,err", "40 132", Map.of())).isEqualTo(new Terminal(true, true, true, 132, 40));
        assertThat(terminal("", "40 132", Map.of())).isEqualTo(Terminal.none());
        assertThat(terminal("err", "40 132", Map.of()).colours()).isFalse();
        assertThat(terminal("out", "nonsense", Map.of())).isEqualTo(new Terminal(true, false, true, 80, 24));
    }

    @Test
    void environment_setsWidthAndForbidsColours() {
        assertThat(terminal("out", "40 132", Map.of("COLUMNS", "99", "LINES", "9")))
                .isEqualTo(new Terminal(true, false, true, 99, 9));
        assertThat(terminal("out", "40 132", Map.of("COLUMNS", "-1")).columns()).isEqualTo(132);
        assertThat(terminal("out", "", Map.of("NO_COLOR", "1")).colours()).isFalse();
        assertThat(terminal("out", "", Map.of("TERM", "dumb")).colours()).isFalse();
    }

    @Test
    void order_onATerminalFitsAndHasColours() {
        run(NARROW, "order", "--no-pager", "src/test/resources/logs/hostile.jsonl");

        List<String> lines = out.toString().lines().toList();
        assertThat(lines).hasSize(3).allSatisfy(line -> {
            assertThat(line).contains("\u001b[3").contains("\u001b[2m").endsWith("\u001b[0m");
            assertThat(line.replaceAll("\u001b\\[[0-9;]*m", "")).hasSizeLessThanOrEqualTo(60);
        });
        assertThat(lines.get(0))
                .contains("\\u001b[2J")
                .doesNotContain("\u001b[2J")
                .doesNotContain("\u0007");
    }

    @Test
    void narrowLine_keepsTheStartOfTheTextAndTheEndOfThePlace() {
        Terminal terminal = new Terminal(true, true, false, 30, 24);
        try (Output output =
                Output.to(new PrintWriter(out, true), terminal, false, Progress.on(new PrintWriter(err), terminal))) {
            output.line("a  ", "payment.requested", "logs/of/order.jsonl:17");
            output.line("a  ", "paid", "logs/of/order.jsonl:17");
            output.line("a  ", "paid", "log:17");
            output.line("a node of forty letters and of five words  ", "payment.requested", "order.jsonl:17");
        }

        assertThat(out).hasToString("""
                a  payment.req…  …der.jsonl:17
                a  paid  …gs/of/order.jsonl:17
                a  paid  log:17
                a node of forty letters and of five words  payment…  …sonl:17
                """);
    }

    @Test
    void help_isAsWideAsTheTerminal() {
        run(NARROW, "races", "--help");

        assertThat(out.toString().lines().mapToInt(String::length).max().orElse(0))
                .isBetween(50, 60 + "\u001b[1m\u001b[21m\u001b[0m".length() * 2);
    }

    @Test
    void data_onATerminalIsMadeSafe() {
        run(NARROW, "convert", "--no-pager", "--to", "shiviz", "src/test/resources/logs/hostile.jsonl");

        assertThat(out.toString())
                .contains("\\u202etxt.exe")
                .doesNotContain("\u202e")
                .doesNotContain("\u001b");
        assertThat(out.toString().lines()).hasSize(6);
    }

    @Test
    void longOutput_goesThroughThePagerAndShortOutputDoesNot() throws IOException {
        Path shown = folder.resolve("shown");
        List<String> command = List.of("sh", "-c", "cat > '" + shown + "'");
        try (PrintWriter pager = new PrintWriter(new Pager(out, command, 3))) {
            pager.print("one\ntwo\n");
        }
        assertThat(out).hasToString("one\ntwo\n");
        assertThat(shown).doesNotExist();
        try (PrintWriter pager = new PrintWriter(new Pager(out, command, 3))) {
            pager.print("one\ntwo\n");
            pager.print("three\nfour é\n");
        }
        assertThat(out).hasToString("one\ntwo\n");
        assertThat(shown).content(StandardCharsets.UTF_8).isEqualTo("one\ntwo\nthree\nfour é\n");
    }

    @Test
    void missingPager_isReplacedByPlainOutput() {
        try (PrintWriter pager =
                new PrintWriter(new Pager(out, List.of(folder.resolve("none").toString()), 1))) {
            pager.print("one\ntwo\n");
        }
        assertThat(out).hasToString("one\ntwo\n");
    }

    @Test
    void pager_comesFromTheEnvironmentOrIsLess() {
        assertThat(Pager.command(Map.of())).containsExactly("sh", "-c", "less -RFX");
        assertThat(Pager.command(Map.of("PAGER", "most"))).last().asString().endsWith(" most");
    }

    @Test
    void closedOutput_endsTheCommandWith141() throws IOException {
        StringBuilder log = new StringBuilder();
        for (int event = 1; event < 5_000; event++) {
            log.append("a {\"a\":").append(event).append("}\nhello\n");
        }
        String file = Files.writeString(folder.resolve("long.log"), log).toString();
        int[] written = {0};
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                written[0]++;
                throw new IOException("Broken pipe");
            }
        };
        int code = ClockworkCommand.commandLine(
                        new PrintWriter(broken, true, StandardCharsets.UTF_8), new PrintWriter(err, true))
                .execute("order", file);

        assertThat(code).isEqualTo(141);
        assertThat(written[0]).isLessThan(2_500);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void progress_showsPhaseAndPercentage() {
        try (Progress progress = Progress.on(new PrintWriter(err, true), Terminal.none())) {
            progress.phase("reading 4 files", 4);
            progress.add(1);
            assertThat(progress.line()).isEqualTo("reading 4 files [######                  ] 25 %");
            progress.add(99);
            assertThat(progress.line()).isEqualTo("reading 4 files [########################] 100 %");
            progress.phase("ordering 7 events", 0);
            assertThat(progress.line()).isEqualTo("ordering 7 events ...");
        }
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void completion_isAScriptForAllCommands() throws IOException, InterruptedException {
        run(Terminal.none(), "completion");
        Path script = Files.writeString(folder.resolve("completion.sh"), out.toString());

        assertThat(out.toString()).contains("concurrent-with").contains("--to");
        assertThat(new ProcessBuilder("sh", "-c", "! command -v bash || bash -n \"$0\"", script.toString())
                        .start()
                        .waitFor())
                .isZero();
    }

    private void run(Terminal terminal, String... arguments) {
        ClockworkCommand.commandLine(new PrintWriter(out, true), new PrintWriter(err, true), terminal, name -> true)
                .execute(arguments);
    }
}
