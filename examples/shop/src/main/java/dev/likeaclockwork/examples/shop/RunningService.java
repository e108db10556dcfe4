// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.examples.shop;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A service in a process of its own, which ends with {@link #close} or with this process. Its output is copied to the
 * output of the demo. Thread-safe.
 */
final class RunningService implements AutoCloseable {
    private static final int SECONDS_TO_START = 60;
    private static final int SECONDS_TO_PRINT = 30;

    private final String name;
    private final Process process;
    private final Path log;
    private final CountDownLatch announced = new CountDownLatch(1);
    private final Semaphore printedLines = new Semaphore(0);
    private volatile String port = "";

    private RunningService(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    /**
     * Starts a service, which need not be ready yet.
     *
     * @param folder for its logs
     * @param temporary for its other files
     */
    static RunningService start(
            String name, Class<?> application, Path folder, Path temporary, PrintWriter out, List<String> settings)
            throws IOException {
        Path log = folder.resolve(name + ".log");
        Path events = folder.resolve(name + ".jsonl");
        Files.deleteIfExists(log);
        Files.deleteIfExists(events);
        List<String> command = new ArrayList<>(java(temporary, log));
        command.add(application.getName());
        command.add("--spring.application.name=" + name);
        command.add("--clockwork.file.path=" + events);
        command.addAll(settings);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        RunningService service = new RunningService(name, process, log);
        Thread listener = new Thread(() -> service.listen(out));
        listener.setDaemon(true);
        listener.start();
        return service;
    }

    private static List<String> java(Path temporary, Path log) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                "-Djava.io.tmpdir=" + temporary,
                "-Dshop.log=" + log,
                "-cp",
                System.getProperty("java.class.path"),
                ServiceProcess.class.getName());
    }

    private void listen(PrintWriter out) {
        try (BufferedReader output = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                copy(line, out);
            }
        } catch (IOException e) {
            // the process ended in the middle of a line
        }
        announced.countDown();
    }

    private void copy(String line, PrintWriter out) {
        if (announced.getCount() > 0 && line.matches("\\d+")) {
            port = line;
            announced.countDown();
        } else {
            out.println("  %-9s  %s".formatted(name, line));
            printedLines.release();
        }
    }

    /** The URL of the service; waits until it is ready. */
    String url() throws IOException, InterruptedException {
        if (!announced.await(SECONDS_TO_START, TimeUnit.SECONDS) || port.isEmpty()) {
            throw new IOException("the service " + name + " did not start: see " + log);
        }
        return "http://127.0.0.1:" + port;
    }

    /** Waits until the service has printed {@code lines} lines more than previous calls waited for. */
    void awaitLines(int lines) throws IOException, InterruptedException {
        if (!printedLines.tryAcquire(lines, SECONDS_TO_PRINT, TimeUnit.SECONDS)) {
            throw new IOException("the service " + name + " has stopped working: see " + log);
        }
    }

    /** Writes a line to the standard input of the service. */
    void send(String line) throws IOException {
        process.getOutputStream().write((line + "\n").getBytes(UTF_8));
        process.getOutputStream().flush();
    }

    void kill() {
        process.destroyForcibly();
    }

    /** Asks the process to end, and does not wait. */
    void end() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            process.destroy();
        }
    }

    /** Ends the process, and waits until it is gone. */
    @Override
    public void close() {
        end();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
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
