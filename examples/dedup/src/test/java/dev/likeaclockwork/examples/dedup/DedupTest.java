// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.examples.dedup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class DedupTest {
    private static final Path PAGE = Path.of("../../docs/guard.md");
    private static final Pattern PID = Pattern.compile("\\(pid (\\d+)\\)");

    /** The folder for temporary files of the demo. */
    @TempDir
    private Path folder;

    @Test
    void guardedConsumer_printsTheOutputOfThePageAndLeavesNothingBehind() throws Exception {
        Process dedup = start();
        String printed = read(dedup);

        assertThat(dedup.waitFor()).as(printed).isZero();
        assertThat(withoutPids(Files.readString(PAGE)))
                .contains("```console\n$ ./clockwork dedup\n" + withoutPids(printed) + "\n```\n");
        assertThat(pids(printed))
                .hasSize(4)
                .noneMatch(pid -> ProcessHandle.of(pid).isPresent());
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void unguardedConsumer_appliesEventsTwice() throws Exception {
        Process dedup = start("--unguarded", "--seed", "42");
        String printed = read(dedup);

        assertThat(dedup.waitFor()).as(printed).isOne();
        assertThat(printed)
                .containsPattern("\nWRONG: till-\\d/\\w+:\\d+ was applied 2 times\\.\n")
                .endsWith("\nNot every event was applied exactly once.");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void interrupt_leavesNothingBehind() throws Exception {
        Process dedup = start();
        ProcessHandle consumer = firstConsumer(dedup);
        assertThat(new ProcessBuilder("kill", "-TERM", Long.toString(dedup.pid()))
                        .start()
                        .waitFor())
                .isZero();

        assertThat(read(dedup)).doesNotContain("Exception");
        assertThat(dedup.waitFor()).isEqualTo(128 + 15);
        assertThat(consumer.onExit().get(30, TimeUnit.SECONDS).isAlive()).isFalse();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void consumer_endsWhenTheDemoIsKilled() throws Exception {
        Process dedup = start();
        ProcessHandle consumer = firstConsumer(dedup);
        dedup.destroyForcibly();

        assertThat(consumer.onExit().get(30, TimeUnit.SECONDS).isAlive()).isFalse();
    }

    @Test
    void unknownOption_isRefused() throws Exception {
        Process dedup = start("--seed", "x");

        assertThat(read(dedup)).isEqualTo("Usage: clockwork dedup [--unguarded] [--seed NUMBER]");
        assertThat(dedup.waitFor()).isEqualTo(2);
    }

    private Process start(String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                Dedup.class.getName()));
        command.addAll(List.of(options));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    /** The output without the warnings that JDK 24 and later print about internals of Kafka. */
    private static String read(Process dedup) throws IOException {
        try (BufferedReader output = new BufferedReader(new InputStreamReader(dedup.getInputStream(), UTF_8))) {
            return String.join(
                    "\n",
                    output.lines().filter(line -> !line.startsWith("WARNING: ")).toList());
        }
    }

    /** Waits until the consumer runs, and returns its process. */
    private static ProcessHandle firstConsumer(Process dedup) throws IOException {
        BufferedReader output = new BufferedReader(new InputStreamReader(dedup.getInputStream(), UTF_8));
        String line = output.readLine();
        while (!line.startsWith("Consumer, run 1 ")) {
            line = output.readLine();
        }
        return ProcessHandle.of(pids(line).get(0)).orElseThrow();
    }

    private static List<Long> pids(String printed) {
        return PID.matcher(printed)
                .results()
                .map(pid -> Long.valueOf(pid.group(1)))
                .toList();
    }

    private static String withoutPids(String printed) {
        return PID.matcher(printed).replaceAll("(pid)");
    }
}
