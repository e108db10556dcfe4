// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.examples.otelagent;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A service in a process of its own, with the agent. The spans that it exports are written to a file. It ends with
 * {@link #close} or with this process.
 */
final class AgentProcess implements AutoCloseable {
    private final Process process;
    private final String port;
    private final CompletableFuture<Void> exported;

    private AgentProcess(Process process, String port, CompletableFuture<Void> exported) {
        this.process = process;
        this.port = port;
        this.exported = exported;
    }

    static AgentProcess start(Path jars, Path folder, String name, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dsun.net.httpserver.nodelay=true",
                "-javaagent:" + jars.resolve("opentelemetry-javaagent.jar"),
                "-Dotel.javaagent.extensions=" + jars.resolve("clockwork-opentelemetry-agent.jar"),
                "-Dotel.service.name=" + name,
                "-Dotel.traces.exporter=experimental-otlp/stdout",
                "-Dotel.metrics.exporter=none",
                "-Dotel.logs.exporter=none",
                "-Dotel.instrumentation.jdbc.experimental.capture-query-parameters=true",
                "-cp",
                System.getProperty("java.class.path"),
                ShopService.class.getName(),
                name));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(folder.resolve(name + ".err").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        BufferedReader output = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        String port = output.readLine();
        if (port == null) {
            throw new IOException("the service " + name + " did not start: see " + folder.resolve(name + ".err"));
        }
        return new AgentProcess(process, port, copying(output, folder.resolve(name + ".otlp")));
    }

    /** Runs in a thread of its own, because the common pool may have only one. */
    private static CompletableFuture<Void> copying(BufferedReader output, Path file) {
        return CompletableFuture.runAsync(() -> copy(output, file), task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            thread.start();
        });
    }

    private static void copy(BufferedReader output, Path file) {
        try (output;
                Writer log = Files.newBufferedWriter(file)) {
            output.transferTo(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + port + "/";
    }

    /** Ends the process, and waits until all exported spans are written. */
    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        exported.join();
    }
}
