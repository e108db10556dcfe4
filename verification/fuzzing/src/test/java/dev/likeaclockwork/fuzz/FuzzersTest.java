// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs each fuzzer of this package in a process of its own. Its log, and the input that it fails on, are in
 * {@code target/fuzzing}. A fuzzer is a class and a folder of seeds of one name.
 */
class FuzzersTest {
    private static final Path SEEDS = Path.of("seeds");
    private static final Path CLASSES = Path.of("target", "test-classes", "dev", "likeaclockwork", "fuzz");
    private static final int SECONDS = Integer.getInteger("fuzz.seconds", 2);

    /** For the start of a fuzzer and its end. */
    private static final int SPARE_SECONDS = 300;

    static List<String> fuzzers() throws IOException {
        return names(SEEDS);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void everyFuzzer_hasSeeds() throws IOException {
        assertThat(fuzzers().stream().map(name -> name + ".class"))
                .containsExactlyElementsOf(names(CLASSES).stream()
                        .filter(name -> name.endsWith("Fuzz.class"))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("fuzzers")
    void fuzzer_findsNoFault(String name) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(Path.of("target", "fuzzing", name));
        Path log = folder.resolve("log");
        Process fuzzer = new ProcessBuilder(command(name))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(fuzzer.waitFor(SECONDS + SPARE_SECONDS, TimeUnit.SECONDS))
                    .as("%s ends", name)
                    .isTrue();
            assertThat(fuzzer.exitValue())
                    .withFailMessage(() -> "A fault, or no run; see " + log + ":\n" + text(log))
                    .isZero();
        } finally {
            fuzzer.destroyForcibly();
        }
    }

    private static List<String> command(String name) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(System.getProperty("fuzz.jvm", "-XX:+UseSerialGC").split(" ")));
        command.addAll(List.of(
                "-Xmx1g",
                "-XX:+EnableDynamicAgentLoading",
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=dev.likeaclockwork.fuzz." + name,
                "--instrumentation_includes=dev.likeaclockwork.**",
                // A log of ShiViz may bring its own regular expression, whose cost is bounded.
                "--disabled_hooks=com.code_intelligence.jazzer.sanitizers.RegexInjection",
                "-seed_inputs=" + seeds(name),
                "-max_total_time=" + SECONDS,
                "-max_len=9000",
                "-seed=1978",
                "-verbosity=0",
                "-rss_limit_mb=0"));
        return command;
    }

    private static String seeds(String name) throws IOException {
        Path folder = SEEDS.resolve(name).toAbsolutePath();
        return names(folder).stream()
                .map(seed -> folder.resolve(seed).toString())
                .collect(Collectors.joining(","));
    }

    private static String text(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
