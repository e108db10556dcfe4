// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeaclockwork.cli.output.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClockworkCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void relation_printsTheRelationAndTheReason() {
        assertThat(run("relation", "a=2,b=1", "a=1,b=2")).isZero();
        assertThat(out).hasToString("""
                A ∥ B   A and B are concurrent: each knows events that the other does not know.
                  A knows more events of a (A 2, B 1)
                  B knows more events of b (A 1, B 2)
                """);
    }

    @Test
    void relation_rejectsMalformedHeader() {
        assertThat(run("relation", "a=1", "b")).isEqualTo(2);
        assertThat(err)
                .hasToString("clockwork: X-Causality-Vector: expected '=' after the node id but found "
                        + "the end at position 1\n");
    }

    @Test
    void racesAndOrder_readJsonLines() throws IOException {
        String file = write("log.jsonl", """
                {"msg":"starting"}
                {"_causality":{"vector":{"order":1},"event_type":"placed","event_id":"1"}}
                {"_causality":{"vector":{"order":1,"pay":1},"node":"pay","event_type":"paid","resource":"p:1","access":"write","base":"7","version":"8"}}
                {"_causality":{"vector":{"order":1,"inv":1},"node":"inv","event_type":"kept","resource":"p:1","access":"write","base":"7","version":"9"}}
                """);

        assertThat(run("races", file)).isEqualTo(1);
        assertThat(out.toString().replace(file, "log")).isEqualTo("""
                        LOST UPDATE on p:1: two concurrent writes over the same version; one of them is lost.
                          inv  kept, write p:1 (9 over 7)  log:4
                          pay  paid, write p:1 (8 over 7)  log:3
                          last common cause: order  placed  log:2
                          missing: a message between inv and pay that orders them, or a lock or version check on p:1

                        1 race.
                        """);
        out.getBuffer().setLength(0);
        assertThat(run("order", file)).isZero();
        assertThat(out.toString().replace(file, "log")).isEqualTo("""
                        │ ● │  order  placed  log:2
                        ● │ │  inv    kept, write p:1 (9 over 7)  log:4
                        │ │ ●  pay    paid, write p:1 (8 over 7)  log:3
                        """);
    }

    @Test
    void brokenLines_areReportedWithExitCode2AndTheRestIsRead() throws IOException {
        String file = write("log.jsonl", """
                {"_causality":{"vector":{"a":1}}}
                {"_causality":{"vector":{"a":"x"}}}
                {"_causality":
                {"_causality":{"vector":{"a":1,"b":1}}}
                {"_causality":{"vector":{"a":2}}}
                """);

        assertThat(run("stats", file)).isEqualTo(2);
        assertThat(out.toString()).contains("events                 2");
        assertThat(err.toString().replace(file, "log").lines())
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("left out: log:2: the counter of 'a' is \"x\", not a count"),
                        line -> assertThat(line).startsWith("left out: log:3: broken JSON: "),
                        line -> assertThat(line).startsWith("left out: log:4: _causality does not say which node"));
    }

    @Test
    void twoLineLogs_areReadInBothOrders() throws IOException {
        String hostFirst = write("govector.log", """
                a {"a":1}
                Initialization Complete
                b@thread[main,5] {"b@thread[main,5]":1, "a":1}
                got it {really}
                """);
        String textFirst = write("shiviz.log", "hello \na {\"a\":1} \nworld\nb {\"b\":1}\n");

        assertThat(run("stats", "--json", hostFirst)).isZero();
        assertThat(run("stats", "--json", textFirst)).isZero();
        assertThat(out).hasToString("""
                {"events":2,"nodes":2,"ordered_pairs":1,"concurrent_pairs":0,"longest_chain":2,"width":1,"file_order_inversions":0}
                {"events":2,"nodes":2,"ordered_pairs":0,"concurrent_pairs":1,"longest_chain":1,"width":2,"file_order_inversions":0}
                """);
    }

    @Test
    void parserAndDelimiter_areJavaScriptExpressions() throws IOException {
        String file = write("log", """
                === one ===
                x: 1 a {"a":1}
                === two ===
                y: 2 a {"a":1}
                z: 3 b {"a":1,"b":1}
                """);

        assertThat(run(
                        "stats",
                        "--json",
                        "--parser",
                        "(?<event>\\w+): \\d{1,2} (?<host>\\S*) (?<clock>{.*})",
                        "--delimiter",
                        "^=== (?<trace>.*) ===$",
                        file))
                .isZero();
        assertThat(out.toString().lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("{\"execution\":\"one\",\"events\":1,"),
                        line -> assertThat(line).startsWith("{\"execution\":\"two\",\"events\":2,"));
        assertThat(run("stats", "--parser", "(?<host>a)", file)).isEqualTo(2);
        assertThat(err.toString()).contains("--parser has no group (?<clock>...)");
    }

    @Test
    void badUsageAndMissingFiles_giveExitCode2() {
        assertThat(run("order")).isEqualTo(2);
        assertThat(run("order", folder.resolve("none").toString())).isEqualTo(2);
        assertThat(err.toString()).contains(": no such file");
        assertThat(run("nonsense")).isEqualTo(2);
        assertThat(run("--help")).isZero();
    }

    @Test
    void version_comesFromTheBuild() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString()).matches("clockwork \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\n");
    }

    @Test
    void unusedSubcommands_areOnlyDescribed() {
        String all = ClockworkCommand.commandLine(new PrintWriter(out), new PrintWriter(err))
                .getUsageMessage();
        String described = ClockworkCommand.commandLine(
                        new PrintWriter(out), new PrintWriter(err), Terminal.none(), name -> false)
                .getUsageMessage();

        assertThat(described).isEqualTo(all).contains("concurrent-with", "Checks whether events form a consistent cut");
    }

    private int run(String... arguments) {
        return ClockworkCommand.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(arguments);
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
