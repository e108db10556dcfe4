// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.examples.shop;

import dev.likeaclockwork.examples.shop.inventory.InventoryService;
import dev.likeaclockwork.examples.shop.order.OrderService;
import dev.likeaclockwork.examples.shop.payment.PaymentService;
import dev.likeaclockwork.guard.kafkastreams.EmbeddedKafka;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The environment of one demo run: a broker in this process, and each service in a process of its own. {@link #close}
 * and the end of this process stop them all, and delete all their files except the logs. Thread-safe.
 */
final class Shop implements AutoCloseable {
    private final Path folder;
    private final Path temporary;
    private final PrintWriter out;
    private final String profile;
    private final List<RunningService> services = new CopyOnWriteArrayList<>();
    private @Nullable EmbeddedKafka kafka;
    private boolean isClosed;

    /** A shop that is not started yet, whose logs go to {@code folder}. */
    Shop(Path folder, PrintWriter out, String profile) {
        this.folder = folder.toAbsolutePath();
        this.temporary = this.folder.resolve("running");
        this.out = out;
        this.profile = "--spring.profiles.active=" + profile;
    }

    /** Starts the broker and the services, and waits until all are ready. Inventory starts while the broker does. */
    void start() throws IOException, InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(this::closeForGood));
        prepare();
        RunningService inventory = start("inventory", InventoryService.class, database("inventory"));
        String broker = "--spring.kafka.bootstrap-servers=" + startBroker();
        start("payment", PaymentService.class, broker, database("payment"));
        start("order", OrderService.class, broker, "--inventory.url=" + inventory.url());
        for (RunningService service : services) {
            service.url();
        }
    }

    /** Deletes the files of an earlier run that was killed. */
    private synchronized void prepare() throws IOException {
        checkOpen();
        delete();
        Files.createDirectories(temporary);
    }

    private synchronized RunningService start(String name, Class<?> application, String... more) throws IOException {
        checkOpen();
        List<String> settings =
                Stream.concat(Stream.of(profile), Stream.of(more)).toList();
        RunningService service = RunningService.start(name, application, folder, temporary, out, settings);
        services.add(service);
        return service;
    }

    private String startBroker() throws IOException {
        EmbeddedKafka broker = openBroker();
        broker.createTopics(1, "payments");
        return broker.bootstrapServers();
    }

    private synchronized EmbeddedKafka openBroker() throws IOException {
        checkOpen();
        kafka = EmbeddedKafka.start(temporary.resolve("kafka"));
        return kafka;
    }

    private void checkOpen() throws IOException {
        if (isClosed) {
            throw new IOException("interrupted");
        }
    }

    /** The URL of a database that the service closes itself, so that no shutdown hook interrupts a transaction. */
    private String database(String service) {
        return "--spring.datasource.url=jdbc:h2:file:" + file(service) + ";DB_CLOSE_ON_EXIT=FALSE";
    }

    /** The database file of a service. */
    private Path file(String service) {
        return temporary.resolve(service);
    }

    RunningService inventory() {
        return services.get(0);
    }

    RunningService payment() {
        return services.get(1);
    }

    RunningService order() {
        return services.get(2);
    }

    /** Ends the services, so that their logs are complete and their databases can be opened. */
    synchronized DatabaseContents end() {
        services.forEach(RunningService::end);
        services.forEach(RunningService::close);
        return new DatabaseContents(file("inventory"), file("payment"));
    }

    @Override
    public synchronized void close() {
        if (isClosed) {
            return;
        }
        isClosed = true;
        end();
        if (kafka != null) {
            kafka.close();
        }
        delete();
    }

    /** Kills the services without waiting for requests that they are handling. */
    private void closeForGood() {
        services.forEach(RunningService::kill);
        close();
    }

    private void delete() {
        if (!Files.exists(temporary)) {
            return;
        }
        try (Stream<Path> files = Files.walk(temporary)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
