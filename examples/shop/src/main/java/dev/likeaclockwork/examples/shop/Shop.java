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
 * A broker in this process, and the services in processes of their own. With {@link #close}, and with this process, all
 * of them go, and their files but for the logs. Thread-safe.
 */
final class Shop implements AutoCloseable {
    private final Path folder;
    private final Path temporary;
    private final PrintWriter out;
    private final String profile;
    private final List<RunningService> services = new CopyOnWriteArrayList<>();
    private @Nullable EmbeddedKafka kafka;
    private boolean isClosed;

    /** A shop that is not open yet; its logs stay in a folder. */
    Shop(Path folder, PrintWriter out, String profile) {
        this.folder = folder.toAbsolutePath();
        this.temporary = this.folder.resolve("running");
        this.out = out;
        this.profile = "--spring.profiles.active=" + profile;
    }

    /** Starts all that it needs, and waits until it is ready. Inventory needs no broker, and starts meanwhile. */
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

    /** Deletes what a run that was killed has left. */
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

    /** The service closes it, and not the end of the process, which may come in the middle of a transaction. */
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

    /** Ends the services, so that their logs are complete and their databases free. */
    synchronized Rows end() {
        services.forEach(RunningService::end);
        services.forEach(RunningService::close);
        return new Rows(file("inventory"), file("payment"));
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

    /** Lets nobody finish what he is at. */
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
