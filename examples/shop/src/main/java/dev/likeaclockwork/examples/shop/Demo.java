// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.examples.shop;

import dev.likeaclockwork.cli.ClockworkCommand;
import dev.likeaclockwork.cli.Main;
import java.io.FileDescriptor;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;

/**
 * Runs the shop once: two orders, of which one makes payment and inventory change the stock of one product at the same time.
 * Then asks the {@code clockwork} command what happened. Exit code 0 if it found the race.
 */
public final class Demo {
    private static final int RACES_FOUND = 1;
    private static final int BAD_USAGE = 2;

    private final PrintWriter out;
    private final Path folder;

    private Demo(PrintWriter out, Path folder) {
        this.out = out;
        this.folder = folder;
    }

    /** Runs the demo; the argument is the folder of the logs, which is made if it is missing. */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 1 || arguments[0].startsWith("-")) {
            System.err.println("Usage: clockwork demo [FOLDER OF THE LOGS]");
            System.exit(BAD_USAGE);
        }
        System.setProperty("sun.net.httpserver.nodelay", "true");
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        int races = new Demo(Main.writer(FileDescriptor.out), folder).run();
        System.exit(races == RACES_FOUND ? 0 : 1);
    }

    private int run() throws Exception {
        out.println("Three services share a stock that knows nothing of causality. Two orders come in:");
        out.println("for product:7, payment asks inventory; for product:42, both are asked at once.");
        out.println();
        try (StockStore store = new StockStore();
                RunningService inventory = RunningService.start("inventory", log("inventory"), store.url());
                RunningService payment = RunningService.start("payment", log("payment"), store.url(), inventory.url());
                RunningService order = RunningService.start("order", log("order"), payment.url(), inventory.url())) {
            out.println("Running: " + order + ", " + payment + ", " + inventory);
            place(order, "product:7");
            place(order, StockStore.CONTESTED);
        }
        return report();
    }

    private Path log(String service) throws IOException {
        Path file = folder.resolve(service + ".jsonl");
        Files.deleteIfExists(file);
        return file;
    }

    private static void place(RunningService order, String product) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(order.url() + product)).build();
        HttpResponse<String> reply = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        if (reply.statusCode() != 200) {
            throw new IOException("the order of " + product + " failed: " + reply.body());
        }
    }

    private int report() {
        CommandLine clockwork = ClockworkCommand.commandLine(out, out);
        List<String> logs = Stream.of("order", "payment", "inventory")
                .map(service -> folder.resolve(service + ".jsonl").toString())
                .toList();
        execute(clockwork, "order", logs);
        return execute(clockwork, "races", logs);
    }

    /** Shows the command line, so that it can be repeated, and its output. */
    private int execute(CommandLine clockwork, String command, List<String> logs) {
        String[] arguments = Stream.concat(Stream.of(command), logs.stream()).toArray(String[]::new);
        out.println();
        out.println("$ ./clockwork " + String.join(" ", arguments));
        return clockwork.execute(arguments);
    }
}
