// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeaclockwork.runtime.Activity;
import dev.likeaclockwork.runtime.Clockwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

@Timeout(120)
class KilledProcessTest {
    @TempDir
    Path directory;

    /** A process that records endlessly. */
    static final class Victim {
        private Victim() {}

        /** Records to the file given as the argument. */
        public static void main(String[] args) throws IOException {
            try (Clockwork clockwork = Clockwork.builder("victim")
                    .sink(JsonLinesSink.create(Path.of(args[0])))
                    .build()) {
                Activity activity = clockwork.startActivity();
                while (true) {
                    activity.tick("alive");
                    Thread.onSpinWait();
                }
            }
        }
    }

    @Test
    void killedProcess_leavesWholeLinesExceptTheLast() throws Exception {
        Path file = directory.resolve("events.jsonl");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("out").toFile())
                .start();
        try {
            while (process.isAlive() && (!Files.exists(file) || Files.size(file) < 100_000)) {
                process.waitFor(5, TimeUnit.MILLISECONDS);
            }
            try (JsonLinesSink second = JsonLinesSink.create(file)) {
                assertThat(second.path()).isEqualTo(directory.resolve("events-2.jsonl"));
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        String text = Files.readString(file);
        int end = text.lastIndexOf('\n') + 1;
        List<String> lines = text.substring(0, end).lines().toList();
        assertThat(lines.get(lines.size() - 1)).startsWith(text.substring(end, Math.min(text.length(), end + 9)));
        assertThat(text.length() - end).isLessThan(500);
        assertThat(lines).hasSizeGreaterThan(100);
        lines.forEach(line ->
                assertThat(JsonMapper.shared().readTree(line).has("_causality")).isTrue());
        assertThat(lines.get(0)).contains(":1\"");
    }
}
