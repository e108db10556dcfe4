// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.examples.dedup;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Sends sales through a broker to a consumer that is killed several times, prints what the consumer does with each
 * record, and checks the effects. Exit code 0 if every event was applied exactly once, 1 if not.
 */
public final class Dedup {
    private static final int EVENTS = 20;
    private static final int BAD_USAGE = 2;

    private final PrintWriter out;
    private final boolean isGuarded;
    private final List<Sale> sold;
    private final FaultyNetwork network;
    private final List<RunPlan> plans;

    private Dedup(PrintWriter out, long seed, boolean isGuarded) {
        this.out = out;
        this.isGuarded = isGuarded;
        this.sold = Till.sell(seed, EVENTS);
        this.network = FaultyNetwork.pass(seed, sold);
        this.plans = RunPlan.plans(seed);
    }

    /** Options: {@code --seed N} for other sales and faults, {@code --unguarded} to run without the guard. */
    public static void main(String[] arguments) throws Exception {
        List<String> given = new ArrayList<>(List.of(arguments));
        boolean isGuarded = !given.remove("--unguarded");
        long seed = 7;
        if (given.size() == 2 && given.get(0).equals("--seed") && given.get(1).matches("-?\\d{1,18}")) {
            seed = Long.parseLong(given.get(1));
        } else if (!given.isEmpty()) {
            System.err.println("Usage: clockwork dedup [--unguarded] [--seed NUMBER]");
            System.exit(BAD_USAGE);
        }
        Quiet.logs();
        PrintWriter out = new PrintWriter(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        out.println("Two tills sell the same products, and a consumer records their sales. Seed " + seed + ".");
        boolean isRight = new Dedup(out, seed, isGuarded).runUnlessInterrupted();
        // after a signal, System.exit would replace the exit code of the signal
        if (!isEnding()) {
            System.exit(isRight ? 0 : 1);
        }
    }

    private boolean runUnlessInterrupted() throws Exception {
        try {
            return run();
        } catch (Exception | LinkageError e) {
            if (isEnding()) {
                return false;
            }
            throw e;
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

    private boolean run() throws Exception {
        try (BrokerAndConsumer environment = BrokerAndConsumer.open()) {
            send(environment.bootstrapServers());
            String database = SalesTable.create(environment.folder());
            int deliveries = 0;
            for (int run = 0; run < plans.size(); run++) {
                RunPlan plan = plans.get(run);
                RunningConsumer consumer = environment.start(database, isGuarded, plan);
                out.println();
                out.println("Consumer, run " + (run + 1) + " (pid " + consumer.pid() + ")");
                deliveries += consumer.await(out);
                if (plan.end() != RunPlan.End.COMPLETE) {
                    out.println("         " + plan.end());
                }
            }
            out.println();
            out.println(
                    sold.size() + " events, " + network.sales().size() + " records, " + deliveries + " deliveries.");
            return check(database);
        }
    }

    private void send(String bootstrapServers) throws Exception {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringSerializer(), new ByteArraySerializer())) {
            for (Sale sale : network.sales()) {
                producer.send(sale.toRecord()).get(30, TimeUnit.SECONDS);
            }
        }
        out.println(sold.size() + " events are sent as " + network.sales().size() + " records to the Kafka topic '"
                + Sale.TOPIC + "': " + network.late() + " arrive late, " + network.twice() + " twice.");
    }

    /** Whether every event was applied exactly once. */
    private boolean check(String database) throws SQLException {
        try (Connection connection = SalesTable.open(database)) {
            List<String> effects = SalesTable.events(connection);
            boolean isRight = true;
            for (Sale sale : sold) {
                int count = Collections.frequency(effects, sale.name());
                if (count != 1) {
                    out.println("WRONG: " + sale.name() + " was applied " + count + " times.");
                    isRight = false;
                }
            }
            out.println(effects.size() + " sales applied: " + SalesTable.sums(connection) + ".");
            out.println(
                    isRight ? "Every event was applied exactly once." : "Not every event was applied exactly once.");
            return isRight && effects.size() == sold.size();
        }
    }
}
