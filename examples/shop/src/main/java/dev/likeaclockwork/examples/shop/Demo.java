// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.examples.shop;

import dev.likeaclockwork.cli.ClockworkCommand;
import dev.likeaclockwork.cli.Main;
import dev.likeaclockwork.guard.Versioned;
import java.io.FileDescriptor;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs the shop once: two orders, of which one makes payment and inventory change the stock of one product at the same time.
 * Then asks the {@code clockwork} command what happened. With {@code --fixed}, the stock checks what each write is based on. Exit code 0 if
 * it found the race, or with {@code --fixed} if one
 * buyer was told of the conflict and both writes were kept.
 */
public final class Demo {
    private static final String FIXED = "--fixed";
    private static final int RACES_FOUND = 1;
    private static final int BAD_USAGE = 2;

    private final PrintWriter out;
    private final Path folder;

    private Demo(PrintWriter out, Path folder) {
        this.out = out;
        this.folder = folder;
    }

    /** Runs the demo; the last argument is the folder of the logs, which is made if it is missing. */
    public static void main(String[] arguments) throws Exception {
        List<String> given = new ArrayList<>(List.of(arguments));
        boolean fixed = given.remove(FIXED);
        if (given.size() != 1 || given.get(0).startsWith("-")) {
            System.err.println("Usage: clockwork demo [--fixed] [FOLDER OF THE LOGS]");
            System.exit(BAD_USAGE);
        }
        System.setProperty("sun.net.httpserver.nodelay", "true");
        Path folder = Files.createDirectories(Path.of(given.get(0)));
        Demo demo = new Demo(Main.writer(FileDescriptor.out), folder);
        System.exit(fixed ? demo.runFixed() : demo.runPlain());
    }

    private int runPlain() throws Exception {
        out.println("Three services share a stock that knows nothing of causality. Two orders come in:");
        placeOrders(new PlainStock());
        return report() == RACES_FOUND ? 0 : 1;
    }

    private int runFixed() throws Exception {
        out.println("Three services share a stock with versioned writes, in a database file. Two orders come in:");
        GuardedStock stock = GuardedStock.in(folder);
        int conflicts = placeOrders(stock);
        out.println();
        Versioned<String> kept = stock.get(StockStore.CONTESTED);
        out.println("Siblings of " + StockStore.CONTESTED + ": " + kept);
        out.println("Merged:                 " + stock.merge(StockStore.CONTESTED));
        report();
        out.println(
                "The read and the write are still concurrent; the store made a conflict of it, and no update was lost.");
        compare();
        return conflicts == 1 && kept.siblings().size() == 2 ? 0 : 1;
    }

    /** Returns how many were answered with a conflict. */
    private int placeOrders(Stock stock) throws Exception {
        out.println("for product:7, payment asks inventory; for product:42, both are asked at once.");
        out.println();
        try (StockStore store = new StockStore(stock);
                RunningService inventory = RunningService.start("inventory", log("inventory"), store.url());
                RunningService payment = RunningService.start("payment", log("payment"), store.url(), inventory.url());
                RunningService order = RunningService.start("order", log("order"), payment.url(), inventory.url())) {
            out.println("Running: " + order + ", " + payment + ", " + inventory);
            return place(order, "product:7") + place(order, StockStore.CONTESTED);
        }
    }

    private Path log(String service) throws IOException {
        Path file = folder.resolve(service + ".jsonl");
        Files.deleteIfExists(file);
        return file;
    }

    private int place(RunningService order, String product) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(order.url() + product)).build();
        HttpResponse<String> reply = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        if (reply.statusCode() == StockConflict.STATUS) {
            out.println("HTTP " + StockConflict.STATUS + ": " + reply.body());
            return 1;
        }
        if (reply.statusCode() != 200) {
            throw new IOException("the order of " + product + " failed: " + reply.body());
        }
        return 0;
    }

    private int report() {
        execute("order", logs(folder));
        return execute("races", logs(folder));
    }

    /** Shows what the fix changed, if the demo without it has left its logs beside. */
    private void compare() {
        String plain = folder.toString().replaceFirst("-fixed$", "");
        List<String> before = logs(Path.of(plain));
        if (plain.equals(folder.toString()) || !before.stream().allMatch(log -> Files.exists(Path.of(log)))) {
            out.println();
            out.println("Run ./clockwork demo too, and this one again, to see what differs.");
            return;
        }
        List<String> files = new ArrayList<>(before);
        files.add("--");
        files.addAll(logs(folder));
        execute("diff", files);
    }

    private static List<String> logs(Path folder) {
        return Stream.of("order", "payment", "inventory")
                .map(service -> folder.resolve(service + ".jsonl").toString())
                .toList();
    }

    /** Shows the command line, so that it can be repeated, and its output. */
    private int execute(String command, List<String> files) {
        String[] arguments = Stream.concat(Stream.of(command), files.stream()).toArray(String[]::new);
        out.println();
        out.println("$ ./clockwork " + String.join(" ", arguments));
        return ClockworkCommand.commandLine(out, out).execute(arguments);
    }
}
