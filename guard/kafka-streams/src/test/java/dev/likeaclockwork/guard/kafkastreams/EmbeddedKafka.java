// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.kafkastreams;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;

/**
 * A Kafka cluster of one node in this process, on two ports of the loopback interface. Ready when it is started; used
 * by one thread.
 *
 * <pre>{@code
 * try (EmbeddedKafka kafka = EmbeddedKafka.start(directory)) {
 *     kafka.createTopics(4, "orders", "orders-out");
 *     producer = new KafkaProducer<>(Map.of("bootstrap.servers", kafka.bootstrapServers()), ...);
 * }
 * }</pre>
 */
public final class EmbeddedKafka implements AutoCloseable {
    private static final String HOST = "127.0.0.1";

    /**
     * Below the ports that Linux gives to outgoing connections, so that no client holds the port of a broker that is
     * down.
     */
    private static final int FIRST_PORT = 20_000;

    private static final int LAST_PORT = 32_000;
    private static final long TIMEOUT_SECONDS = 60;

    private final KafkaConfig config;
    private final String bootstrapServers;
    private KafkaRaftServer server;

    private EmbeddedKafka(KafkaConfig config, String bootstrapServers) {
        this.config = config;
        this.bootstrapServers = bootstrapServers;
        this.server = new KafkaRaftServer(config, Time.SYSTEM);
    }

    /** Starts a cluster that keeps its data in a directory, which is created and must have no other use. */
    public static EmbeddedKafka start(Path directory) throws IOException {
        surviveFaults();
        int port = freePort();
        String broker = HOST + ":" + port;
        String controller = HOST + ":" + freePortOtherThan(port);
        Properties settings = settings(directory, broker, controller);
        format(directory, settings);
        EmbeddedKafka kafka = new EmbeddedKafka(new KafkaConfig(settings), broker);
        kafka.server.startup();
        return kafka;
    }

    private static Properties settings(Path directory, String broker, String controller) {
        Properties settings = new Properties();
        settings.putAll(Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                "1",
                "controller.quorum.voters",
                "1@" + controller,
                "controller.listener.names",
                "CONTROLLER",
                "listeners",
                "PLAINTEXT://" + broker + ",CONTROLLER://" + controller,
                "advertised.listeners",
                "PLAINTEXT://" + broker,
                "log.dirs",
                directory.resolve("data").toString(),
                "auto.create.topics.enable",
                "false"));
        // one node, no waiting, little memory
        settings.putAll(Map.of(
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "4",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "4",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1",
                "group.initial.rebalance.delay.ms", "0",
                "group.min.session.timeout.ms", "500",
                "log.cleaner.dedupe.buffer.size", "4194304"));
        return settings;
    }

    /**
     * A fault of the node, such as one while it is closed, would end the process that it is embedded in, with exit code
     * 1.
     */
    private static void surviveFaults() {
        Exit.Procedure goOn = (status, message) -> System.getLogger(EmbeddedKafka.class.getName())
                .log(System.Logger.Level.DEBUG, "the node would have ended with {0}: {1}", status, message);
        Exit.setHaltProcedure(goOn);
        Exit.setExitProcedure(goOn);
    }

    private static void format(Path directory, Properties settings) throws IOException {
        Files.createDirectories(directory);
        Path file = directory.resolve("server.properties");
        try (OutputStream out = Files.newOutputStream(file)) {
            settings.store(out, null);
        }
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        String[] arguments = {"format", "-t", Uuid.randomUuid().toString(), "-c", file.toString()};
        int status = StorageTool.execute(arguments, new PrintStream(output, true, StandardCharsets.UTF_8));
        if (status != 0) {
            throw new IOException("cannot format " + directory + ": " + output.toString(StandardCharsets.UTF_8));
        }
    }

    private static int freePortOtherThan(int taken) {
        int port = freePort();
        return port == taken ? freePortOtherThan(taken) : port;
    }

    private static int freePort() {
        int port = ThreadLocalRandom.current().nextInt(FIRST_PORT, LAST_PORT);
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getAllByName(HOST)[0])) {
            return socket.getLocalPort();
        } catch (IOException taken) {
            return freePort();
        }
    }

    /** Where clients find it: host and port. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /**
     * Creates topics with so many partitions each, and waits until the node leads all of them.
     *
     * <p>Before that it refuses records. If it refuses the first batch of an idempotent producer and takes the next one
     * that is under way, the first one can never be sent, and expires.
     */
    public void createTopics(int partitions, String... names) {
        Collection<NewTopic> topics = Stream.of(names)
                .map(name -> new NewTopic(name, partitions, (short) 1))
                .toList();
        try (Admin admin =
                Admin.create(Map.<String, Object>of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            admin.createTopics(topics).all().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            awaitLeader(admin, ends(partitions, names));
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("cannot create " + List.of(names), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The node may not yet know of topics that its controller has created; older clients give up on that. */
    private static void awaitLeader(Admin admin, Map<TopicPartition, OffsetSpec> ends)
            throws ExecutionException, TimeoutException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
        boolean leads = false;
        while (!leads) {
            try {
                admin.listOffsets(ends).all().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
                leads = true;
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException) || System.nanoTime() > deadline) {
                    throw e;
                }
            }
        }
    }

    /** Only a leader answers. */
    private static Map<TopicPartition, OffsetSpec> ends(int partitions, String... names) {
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        for (String name : names) {
            for (int i = 0; i < partitions; i++) {
                ends.put(new TopicPartition(name, i), OffsetSpec.latest());
            }
        }
        return ends;
    }

    /** Stops the node and starts it again, with the same ports and data. */
    public void restart() {
        close();
        server = new KafkaRaftServer(config, Time.SYSTEM);
        server.startup();
    }

    /** Stops the node. The data stay. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
