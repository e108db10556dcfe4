// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.examples.shop;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A service in a process of its own, which ends with {@link #close} or with this process. */
final class RunningService implements AutoCloseable {
    private final String name;
    private final Process process;
    private final int port;

    private RunningService(String name, Process process, int port) {
        this.name = name;
        this.process = process;
        this.port = port;
    }

    static RunningService start(String name, Path logFile, String... urls) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                ShopProcess.class.getName(),
                name,
                logFile.toString()));
        command.addAll(List.of(urls));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        String port = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8)).readLine();
        if (port == null) {
            throw new IOException("the service " + name + " did not start");
        }
        return new RunningService(name, process, Integer.parseInt(port));
    }

    String url() {
        return "http://127.0.0.1:" + port + "/";
    }

    /** Ends the process, and waits until it is gone. */
    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** The name and the process id, as in {@code order (pid 4711)}. */
    @Override
    public String toString() {
        return name + " (pid " + process.pid() + ")";
    }
}
