// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.examples.shop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The demo in a process of its own. */
final class RunningDemo {
    private static final Pattern PID = Pattern.compile("\\(pid (\\d+)\\)");

    private final Path folder;
    private final Path temporary;
    private final Process process;
    private final BufferedReader output;
    private final List<String> lines = new ArrayList<>();

    private RunningDemo(Path folder, Path temporary, Process process) {
        this.folder = folder;
        this.temporary = temporary;
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    }

    /** Starts the demo with a folder for its logs, and one for its temporary files. */
    static RunningDemo start(Path folder, String... options) throws Exception {
        Path temporary = Files.createDirectories(folder.resolveSibling(folder.getFileName() + "-temporary"));
        List<String> command = new ArrayList<>(hearingInterrupts());
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                // as ./clockwork does, against a warning of JDK 24 and later
                "-XX:+IgnoreUnrecognizedVMOptions",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                Demo.class.getName()));
        command.addAll(List.of(options));
        command.add(folder.toString());
        return new RunningDemo(
                folder,
                temporary,
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** A background job of a shell inherits that SIGINT is ignored; GNU env can undo that. */
    private static List<String> hearingInterrupts() throws IOException, InterruptedException {
        Process trial = new ProcessBuilder("env", "--default-signal=INT", "true").start();
        return trial.waitFor() == 0 ? List.of("env", "--default-signal=INT") : List.of();
    }

    Path folder() {
        return folder;
    }

    List<Path> temporaryFiles() throws IOException {
        try (Stream<Path> files = Files.list(temporary)) {
            return files.toList();
        }
    }

    /** Reads until a line has this start, and returns the line. */
    String awaitLine(String start) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            lines.add(line);
            if (line.startsWith(start)) {
                return line;
            }
        }
        throw new AssertionError("no line starts with " + start + ":\n" + printed());
    }

    /** The services, after the demo has printed that all of them run. */
    List<ProcessHandle> awaitServices() throws IOException {
        awaitLine("Running: ");
        List<ProcessHandle> services =
                pids().stream().flatMap(pid -> ProcessHandle.of(pid).stream()).toList();
        assertThat(services).hasSize(3);
        return services;
    }

    /** Reads the rest of its output, and waits until it has ended. */
    void end() throws IOException, InterruptedException {
        output.lines().forEach(lines::add);
        process.waitFor();
    }

    void kill() {
        process.destroyForcibly();
    }

    void signal(String name) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
        assertThat(kill.waitFor()).isZero();
    }

    int exitCode() {
        return process.exitValue();
    }

    String printed() {
        return String.join("\n", lines);
    }

    List<Long> pids() {
        return PID.matcher(printed())
                .results()
                .map(pid -> Long.valueOf(pid.group(1)))
                .toList();
    }
}
