// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeaclockwork.CausalityRelation;
import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.formats.LogReader;
import dev.likeaclockwork.formats.options.ReadOptions;
import dev.likeaclockwork.formats.options.Source;
import dev.likeaclockwork.graph.CausalGraph;
import dev.likeaclockwork.graph.findings.Race;
import dev.likeaclockwork.graph.findings.Races;
import dev.likeaclockwork.runtime.integration.Inbound;
import dev.likeaclockwork.runtime.integration.InboundHandler;
import dev.likeaclockwork.runtime.integration.Outbound;
import dev.likeaclockwork.runtime.integration.OutboundHandler;
import dev.likeaclockwork.runtime.propagation.CarrierGetter;
import dev.likeaclockwork.runtime.propagation.CarrierSetter;
import dev.likeaclockwork.runtime.sink.JsonLinesSink;
import dev.likeaclockwork.runtime.sink.RecordSink;
import dev.likeaclockwork.runtime.sink.RecordedEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedLogTest {
    @TempDir
    private Path folder;

    @Test
    void logOfTwoServices_hasNoFaultsAndShowsTheRace() throws Exception {
        try (Clockwork order = Clockwork.builder("order").sink(log("order")).build();
                Clockwork inventory =
                        Clockwork.builder("inventory").sink(log("inventory")).build()) {
            Activity placed = order.startActivity();
            Activity branch = placed.fork();
            reserve(order, placed, inventory, "8");
            reserve(order, branch, inventory, "9");
            placed.join(branch);
            placed.event("order.placed").with("items", 2).record();
        }

        CausalGraph graph = graphOf("order", "inventory");
        assertThat(graph.problems()).isEmpty();
        assertThat(graph.size()).isEqualTo(11);
        assertThat(Races.of(graph)).singleElement().satisfies(race -> {
            assertThat(race.kind()).isEqualTo(Race.Kind.LOST_UPDATE);
            assertThat(race.resource()).isEqualTo("product:42");
        });
    }

    /** Sends a request to another service and receives its reply, with maps as carriers. */
    @SuppressWarnings("try")
    private static void reserve(Clockwork client, Activity caller, Clockwork service, String version) {
        Map<String, String> request = new HashMap<>();
        Outbound outbound =
                OutboundHandler.httpClient(client).send(caller, "POST /reserve", CarrierSetter.text(request::put));
        Inbound inbound = InboundHandler.httpServer(service).receive("POST /reserve", CarrierGetter.text(request::get));
        Map<String, String> reply = new HashMap<>();
        try (ActivityScope scope = inbound.makeCurrent()) {
            assertThat(service.current()).contains(inbound.activity());
            service.event("stock.reserved").wrote("product:42", "7", version).record();
        }
        inbound.reply(CarrierSetter.text(reply::put), "200");
        outbound.receive(CarrierGetter.text(reply::get), "200");
        assertThat(service.current()).isEmpty();
    }

    /** The wall clock stands still, because a thread reads it after counting and may be overtaken in between. */
    @Test
    void threadsOfOneActivity_leaveNoHoles() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (Clockwork order = Clockwork.builder("order")
                .time(InstantSource.fixed(Instant.EPOCH))
                .sink(log("order"))
                .build()) {
            Activity shared = order.startActivity();
            List<Future<?>> running = Stream.generate(() -> threads.submit(() -> {
                        for (int i = 0; i < 500; i++) {
                            shared.tick("worked");
                        }
                    }))
                    .limit(4)
                    .<Future<?>>map(future -> future)
                    .toList();
            for (Future<?> future : running) {
                future.get();
            }
        } finally {
            threads.shutdownNow();
        }

        CausalGraph graph = graphOf("order");
        assertThat(graph.problems()).isEmpty();
        assertThat(graph.size()).isEqualTo(2000);
        assertThat(graph.nodes()).isOne();
    }

    @Test
    void branches_areConcurrentUntilTheyAreJoined() {
        try (Clockwork order = Clockwork.builder("order").build()) {
            Activity parent = order.startActivity();
            VectorTimestamp before = parent.tick("before");
            Activity branch = parent.fork();
            VectorTimestamp inBranch = branch.tick("branch");
            VectorTimestamp beside = parent.tick("beside");
            parent.join(branch);
            VectorTimestamp after = parent.tick("after");

            assertThat(before.relationTo(inBranch)).isEqualTo(CausalityRelation.HAPPENS_BEFORE);
            assertThat(inBranch.relationTo(beside)).isEqualTo(CausalityRelation.CONCURRENT);
            assertThat(inBranch.relationTo(after)).isEqualTo(CausalityRelation.HAPPENS_BEFORE);
            assertThat(branch.node()).matches("order/[0-9a-z]{13}").isNotEqualTo(parent.node());
        }
    }

    @Test
    void hangingSink_losesEventsAndBlocksNoCaller() {
        CountDownLatch released = new CountDownLatch(1);
        Clockwork order = Clockwork.builder("order")
                .bufferedEvents(10)
                .sink(new HangingSink(released))
                .build();
        Activity activity = order.startActivity();
        for (int i = 0; i < 1000; i++) {
            activity.tick("worked");
        }

        assertThat(order.dropped()).isBetween(900L, 999L);
        released.countDown();
        order.close();
    }

    private record HangingSink(CountDownLatch released) implements RecordSink {
        @Override
        public String name() {
            return "hanging";
        }

        @Override
        public void write(List<RecordedEvent> events) throws IOException {
            try {
                released.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
    }

    @Test
    void failingSink_losesEventsAndFailsNoCaller() {
        Clockwork order = Clockwork.builder("order")
                .sink(new RecordSink() {
                    @Override
                    public String name() {
                        return "full";
                    }

                    @Override
                    public void write(List<RecordedEvent> events) throws IOException {
                        throw new IOException("no space left on device");
                    }
                })
                .build();
        order.event("worked").record();
        order.event("worked").record();
        order.close();

        assertThat(order.dropped()).isEqualTo(2);
    }

    private JsonLinesSink log(String service) throws IOException {
        return JsonLinesSink.create(file(service));
    }

    private Path file(String service) {
        return folder.resolve(service + ".jsonl");
    }

    private CausalGraph graphOf(String... services) {
        List<Source> sources = Stream.of(services)
                .map(this::file)
                .filter(Files::exists)
                .map(file -> Source.file(file.toString()))
                .toList();
        return new LogReader(ReadOptions.standard()).read(sources).get("");
    }
}
