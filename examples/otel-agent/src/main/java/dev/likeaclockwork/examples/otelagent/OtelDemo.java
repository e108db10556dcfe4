// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.examples.otelagent;

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
import java.sql.Connection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Places two orders with services that run under the OpenTelemetry agent. For one of them, two services change the same
 * row concurrently. Then runs the {@code clockwork} command on the exported spans. Exit code 0 if it finds the race.
 */
public final class OtelDemo {
    static final String CONTESTED = "product:42";

    private static final String ORDERED = "product:7";
    private static final int RACES_FOUND = 1;
    private static final int BAD_USAGE = 2;

    /** The parameters of each SQL statement that name the row, and its version before and after. */
    private static final String RULES = """
            a.update.resource = stock/{db.query.parameter.2}
            a.update.operation = {db.operation.name|db.operation}
            a.update.base = {db.query.parameter.1}
            a.update.version = {db.query.parameter.0}
            b.select.resource = stock/{db.query.parameter.0}
            b.select.operation = {db.operation.name|db.operation}
            """;

    private final PrintWriter out;
    private final Path jars;
    private final Path folder;

    private OtelDemo(PrintWriter out, Path jars, Path folder) {
        this.out = out;
        this.jars = jars;
        this.folder = folder;
    }

    /** Arguments: the folder of the agent and its extension, and the folder for the exported spans. */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 2 || arguments[1].startsWith("-")) {
            System.err.println("Usage: clockwork otel [LOG_FOLDER]");
            System.exit(BAD_USAGE);
        }
        Path folder = Files.createDirectories(Path.of(arguments[1]));
        System.exit(new OtelDemo(Main.writer(FileDescriptor.out), Path.of(arguments[0]), folder).run());
    }

    private int run() throws Exception {
        out.println("Three services run with the OpenTelemetry agent and its Clockwork extension; "
                + "their code is unchanged.");
        out.println("The order of " + ORDERED + " calls payment, then inventory; the order of " + CONTESTED
                + " calls both at once.");
        placeOrders();
        Path rules = folder.resolve("stock.properties");
        Files.writeString(rules, RULES);
        return execute("races", "--span-rules", rules.toString()) == RACES_FOUND ? 0 : 1;
    }

    private void placeOrders() throws Exception {
        Path database = folder.resolve("stock");
        Files.deleteIfExists(folder.resolve("stock.mv.db"));
        String url = "jdbc:h2:" + database.toAbsolutePath() + ";AUTO_SERVER=TRUE";
        try (Connection stock = StockTable.create(url, ORDERED, CONTESTED);
                AgentProcess payment = AgentProcess.start(jars, folder, "payment", url);
                AgentProcess inventory = AgentProcess.start(jars, folder, "inventory", url);
                AgentProcess order = AgentProcess.start(jars, folder, "order", url, payment.url(), inventory.url())) {
            place(order, ORDERED);
            place(order, CONTESTED);
            for (String product : List.of(ORDERED, CONTESTED)) {
                out.println(product + " had 10 pieces; 2 were sold, and " + StockTable.pieces(stock, product)
                        + " are left.");
            }
        }
    }

    private static void place(AgentProcess order, String product) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(order.url() + product)).build();
        HttpResponse<String> reply = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        if (reply.statusCode() != 200) {
            throw new IOException("the order of " + product + " failed: " + reply.body());
        }
    }

    /** Prints a command line that users can repeat, and its output. */
    private int execute(String... command) {
        List<String> files = Stream.of("order", "payment", "inventory")
                .map(service -> folder.resolve(service + ".otlp").toString())
                .toList();
        String[] arguments = Stream.concat(Stream.of(command), files.stream()).toArray(String[]::new);
        out.println();
        out.println("$ ./clockwork " + String.join(" ", arguments));
        return ClockworkCommand.commandLine(out, out).execute(arguments);
    }
}
