// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.examples.shop;

import dev.likeaclockwork.cli.ClockworkCommand;
import dev.likeaclockwork.cli.Main;
import java.io.FileDescriptor;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs the shop once: two buyers order the last piece of a product at the same time, and each payment request is
 * delivered twice. Then runs the {@code clockwork} command on the logs. With {@code --fixed}, the guard protects stock
 * and payments. Exit code 0 if the outcome is as planned: with the two bugs, or with {@code --fixed} without them.
 */
public final class Demo {
    private static final String FIXED = "--fixed";
    private static final String CONTESTED = "product:42";
    private static final String UNGUARDED =
            "A shop without guards: its stock accepts any write, and each delivery of a payment request charges.";
    private static final String GUARDED =
            "A shop with guards: its stock detects conflicting writes, and each payment request charges once.";
    private static final int DELIVERIES = 2;
    private static final int BAD_USAGE = 2;

    private final PrintWriter out;
    private final Path folder;
    private final boolean isFixed;

    private Demo(PrintWriter out, Path folder, boolean isFixed) {
        this.out = out;
        this.folder = folder;
        this.isFixed = isFixed;
    }

    /** Runs the demo; the last argument is the folder for the logs, which is created if it is missing. */
    public static void main(String[] arguments) throws Exception {
        List<String> given = new ArrayList<>(List.of(arguments));
        boolean isFixed = given.remove(FIXED);
        if (given.size() != 1 || given.get(0).startsWith("-")) {
            System.err.println("Usage: clockwork demo [--fixed] [LOG_FOLDER]");
            System.exit(BAD_USAGE);
        }
        Path folder = Files.createDirectories(Path.of(given.get(0)));
        Path log = folder.resolve("broker.log");
        Files.deleteIfExists(log);
        System.setProperty("shop.log", log.toString());
        boolean isRight = new Demo(Main.writer(FileDescriptor.out), folder, isFixed).run();
        // after a signal, System.exit would replace the exit code of the signal
        if (!isEnding()) {
            System.exit(isRight ? 0 : 1);
        }
    }

    private boolean run() throws InterruptedException {
        out.println(isFixed ? GUARDED : UNGUARDED);
        out.println("Starting a Kafka broker and three Spring Boot services ...");
        try (Shop shop = new Shop(folder, out, isFixed ? "fixed" : "plain")) {
            return sell(shop);
        }
    }

    /** Whether databases and logs are as expected. */
    private boolean sell(Shop shop) throws InterruptedException {
        try {
            shop.start();
            out.println("Running: " + shop.order() + ", " + shop.payment() + ", " + shop.inventory() + ".");
            placeOrders(shop);
            boolean isAsExpected = isAsExpected(shop.end());
            return report() && isAsExpected;
        } catch (IOException | SQLException | RuntimeException | LinkageError e) {
            if (!isEnding()) {
                System.err.println("clockwork demo: " + (e instanceof IOException ? e.getMessage() : e));
            }
            return false;
        }
    }

    /**
     * Whether this process is shutting down, so that anything may fail. The runtime refuses to remove hooks from the
     * first moment of a shutdown.
     */
    private static boolean isEnding() {
        try {
            Runtime.getRuntime().removeShutdownHook(new Thread());
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }

    private void placeOrders(Shop shop) throws IOException, InterruptedException {
        out.println();
        out.println("Ann and Bob both order the last piece of " + CONTESTED
                + ", and Bob's order reads its row before Ann's order writes it.");
        out.println("Kafka delivers each payment request twice, as after a crash of its consumer.");
        out.println();
        ShopFront front = new ShopFront(shop.order().url(), out);
        ShopFront.Page page = front.show(CONTESTED);
        CompletableFuture<HttpResponse<String>> ann = front.order(page, "Ann");
        shop.inventory().awaitLines(1);
        CompletableFuture<HttpResponse<String>> bob = front.order(page, "Bob");
        int accepted = front.accepted(ann);
        shop.inventory().send("first buyer served");
        accepted += front.accepted(bob);
        shop.payment().awaitLines(DELIVERIES * accepted);
    }

    private boolean isAsExpected(DatabaseContents rows) throws SQLException {
        List<String> buyers = rows.buyers(CONTESTED);
        List<String> charges = rows.charges();
        out.println();
        out.println("In the databases: the last piece of " + CONTESTED + " was sold to " + String.join(" and ", buyers)
                + ". Charged: " + String.join(", ", charges) + ".");
        String each = isFixed ? " once" : " twice";
        return buyers.size() == (isFixed ? 1 : 2)
                && charges.size() == buyers.size()
                && charges.stream().allMatch(charge -> charge.endsWith(each));
    }

    /** Whether the logs contain a race, or with the guard none. */
    private boolean report() {
        execute("order", folder);
        boolean isRaced = execute("races", folder) != 0;
        if (isFixed) {
            compare();
        } else {
            out.println();
            out.println("Run the same shop with guards: ./clockwork demo --fixed");
        }
        return isRaced != isFixed;
    }

    /** Compares with the logs of the demo without guards, if there are any. */
    private void compare() {
        Path plain = Path.of(folder.toString().replaceFirst("-fixed$", ""));
        if (plain.equals(folder) || !logs(plain).allMatch(log -> Files.exists(Path.of(log)))) {
            out.println();
            out.println("To see what the guards change, run ./clockwork demo and then this demo again.");
            return;
        }
        execute("diff", plain, folder);
    }

    private static Stream<String> logs(Path folder) {
        return Stream.of("order", "payment", "inventory")
                .map(service -> folder.resolve(service + ".jsonl").toString());
    }

    /** Prints a command line that users can repeat, and its output, for the logs of one run or two. */
    private int execute(String command, Path... runs) {
        out.println();
        out.println("$ ./clockwork " + command + " "
                + Stream.of(runs).map(run -> run + "/*.jsonl").collect(Collectors.joining(" -- ")));
        List<String> arguments = new ArrayList<>(List.of(command));
        for (Path run : runs) {
            if (arguments.size() > 1) {
                arguments.add("--");
            }
            logs(run).forEach(arguments::add);
        }
        return ClockworkCommand.commandLine(out, out).execute(arguments.toArray(String[]::new));
    }
}
