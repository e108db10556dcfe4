// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.examples.dedup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

/** One run of the consumer, in a process of its own. */
final class RunningConsumer implements AutoCloseable {
    private final Process process;
    private final RunPlan plan;

    private RunningConsumer(Process process, RunPlan plan) {
        this.process = process;
        this.plan = plan;
    }

    static RunningConsumer start(String bootstrapServers, String database, boolean isGuarded, RunPlan plan)
            throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                ConsumerProcess.class.getName(),
                bootstrapServers,
                database,
                Boolean.toString(isGuarded),
                plan.end().name(),
                Integer.toString(plan.effects()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new RunningConsumer(process, plan);
    }

    long pid() {
        return process.pid();
    }

    /**
     * Copies its output, kills it at the planned moment, waits for its end, and returns how many records it received.
     */
    int await(PrintWriter out) throws IOException, InterruptedException {
        int records = 0;
        try (BufferedReader output = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.equals(ConsumerProcess.AWAITS_DEATH)) {
                    process.toHandle().destroyForcibly();
                } else {
                    out.println(line);
                    records += line.matches(" +\\d+ .*") ? 1 : 0;
                }
            }
        }
        int exit = process.waitFor();
        if (!plan.end().isKilled() && exit != 0) {
            throw new IOException("the consumer failed with exit code " + exit);
        }
        return records;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
