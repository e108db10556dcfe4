// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.examples.dedup;

import java.io.IOException;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * The main class of the consumer: starts at the offset that was committed to the broker, commits every few records, and
 * ends as planned. It also exits at the end of its standard input, so that it never outlives the demo.
 */
final class ConsumerProcess {
    /** Printed when the process is to be killed. */
    static final String AWAITS_DEATH = "awaits kill -9";

    private static final int RECORDS_OF_COMMIT = 4;

    private ConsumerProcess() {}

    /** Arguments: the broker, the database, whether to use the guard, how to end, and at which effect. */
    public static void main(String[] arguments) throws Exception {
        Quiet.logs();
        endWithInput();
        RunPlan plan = new RunPlan(RunPlan.End.valueOf(arguments[3]), Integer.parseInt(arguments[4]));
        try (Connection connection = SalesTable.open(arguments[1]);
                KafkaConsumer<String, byte[]> records = subscribe(arguments[0])) {
            Consumer consumer = new Consumer(connection, Boolean.parseBoolean(arguments[2]), plan);
            if (consumeAll(records, consumer)) {
                consumer.resolveConflicts();
            }
        }
        // the thread that reads standard input may never return
        System.exit(0);
    }

    private static void endWithInput() {
        Thread input = new Thread(() -> {
            try {
                while (System.in.read() >= 0) {
                    // the demo writes nothing; only the end of the stream counts
                }
            } catch (IOException e) {
                // as good as the end of the stream
            }
            Runtime.getRuntime().halt(1);
        });
        input.setDaemon(true);
        input.start();
    }

    /** A static member: a restarted consumer replaces the killed one at once, without waiting for a session timeout. */
    private static KafkaConsumer<String, byte[]> subscribe(String bootstrapServers) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", bootstrapServers,
                "group.id", "stock",
                "group.instance.id", "stock-1",
                "auto.offset.reset", "earliest",
                "enable.auto.commit", "false");
        KafkaConsumer<String, byte[]> records =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        records.subscribe(List.of(Sale.TOPIC));
        return records;
    }

    /** Consumes until the end of the topic, or until the planned end: then returns false. */
    private static boolean consumeAll(KafkaConsumer<String, byte[]> records, Consumer consumer) throws Exception {
        TopicPartition partition = new TopicPartition(Sale.TOPIC, 0);
        long end = records.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
        while (records.assignment().isEmpty() || records.position(partition) < end) {
            for (ConsumerRecord<String, byte[]> message : records.poll(Duration.ofSeconds(1))) {
                if (!consumer.consume(message)) {
                    return false;
                }
                long next = message.offset() + 1;
                if (next % RECORDS_OF_COMMIT == 0) {
                    records.commitSync(Map.of(partition, new OffsetAndMetadata(next)));
                }
            }
        }
        return true;
    }

    static void awaitDeath() {
        System.out.println(AWAITS_DEATH);
        while (true) {
            LockSupport.park();
        }
    }
}
