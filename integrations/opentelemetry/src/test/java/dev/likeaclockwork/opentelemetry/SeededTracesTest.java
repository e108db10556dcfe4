// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.opentelemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeaclockwork.graph.CausalGraph;
import dev.likeaclockwork.graph.event.LoggedEvent;
import dev.likeaclockwork.graph.event.Ordering;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Services that call themselves and each other, answer, time out, send messages and receive them one by one, twice or
 * as batches, in several threads. What the tools make of the exported spans is compared with what really happened.
 */
class SeededTracesTest {
    private static final int STEPS = 200;

    private final TracedServices services = new TracedServices();
    private final List<OpenTelemetrySdk> sdks =
            Stream.of("shop", "bank", "mail").map(services::service).toList();
    private final ExecutorService threads = Executors.newFixedThreadPool(3);

    /** The causal past of each event, itself excluded; events are numbered in the order in which they happened. */
    private final List<BitSet> pasts = new ArrayList<>();

    /**
     * The part of the past that the event's vector must contain: all but responses and links and their consequences.
     */
    private final List<BitSet> inVector = new ArrayList<>();

    private final List<String> labels = new ArrayList<>();
    private final List<Open> open = new ArrayList<>();
    private final List<Message> messages = new ArrayList<>();
    private int spans;

    /** A branch of a request, its causal past, and the part of that past that its vectors contain. */
    private record Request(OpenTelemetrySdk sdk, BitSet known, BitSet inVector) {
        Request at(OpenTelemetrySdk other) {
            return new Request(other, copy(known), copy(inVector));
        }
    }

    private record Message(Map<String, String> headers, Request sent, int start) {}

    private static final class Open {
        final Request request;
        final Span span;
        final String name;

        /** The service that serves this call; null if the span is no call. */
        @Nullable
        Open server;

        /** The causal past of its end, once it has ended. */
        @Nullable
        BitSet answer;

        Open(Request request, Span span, String name) {
            this.request = request;
            this.span = span;
            this.name = name;
        }
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
        services.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void exportedSpans_orderEventsAsTheyHappened(long seed) throws Exception {
        Random random = new Random(seed);
        for (int i = 0; i < STEPS; i++) {
            threads.submit(() -> step(random)).get();
        }
        while (!open.isEmpty()) {
            end(open.get(open.size() - 1), false);
        }

        CausalGraph graph = services.graph();
        assertThat(graph.size()).isEqualTo(pasts.size()).isGreaterThan(STEPS);
        Map<String, Integer> numbers = new HashMap<>();
        for (int event = 0; event < graph.size(); event++) {
            numbers.put(graph.event(event).label(), event);
        }
        for (int e = 0; e < pasts.size(); e++) {
            for (int f = e + 1; f < pasts.size(); f++) {
                int first = numbers.get(labels.get(e));
                int second = numbers.get(labels.get(f));
                String pair = "seed %d, %s and %s".formatted(seed, labels.get(e), labels.get(f));
                assertThat(graph.relation(first, second))
                        .as(pair)
                        .isEqualTo(pasts.get(f).get(e) ? Ordering.HAPPENS_BEFORE : Ordering.CONCURRENT);
                assertThat(knows(graph.event(second), graph.event(first)))
                        .as(pair)
                        .isEqualTo(inVector.get(f).get(e));
            }
        }
    }

    private static boolean knows(LoggedEvent event, LoggedEvent other) {
        return event.vector().get(other.node()) >= other.counter();
    }

    private void step(Random random) {
        OpenTelemetrySdk sdk = any(random, sdks);
        int what = random.nextInt(10);
        if (open.isEmpty() || what == 0) {
            start(new Request(sdk, new BitSet(), new BitSet()), SpanKind.SERVER, Context.root());
            return;
        }
        Open parent = any(random, open);
        Context context = Context.root().with(parent.span);
        switch (what) {
            case 1, 2 -> start(parent.request, SpanKind.INTERNAL, context);
            case 3, 4 -> call(start(parent.request, SpanKind.CLIENT, context), sdk);
            case 5 -> send(start(parent.request, SpanKind.PRODUCER, context));
            case 6 -> receive(random, sdk);
            default -> end(parent, random.nextInt(4) == 0);
        }
    }

    private void call(Open client, OpenTelemetrySdk sdk) {
        Context context = CausalityPropagatorTest.extract(
                sdk, Context.root(), CausalityPropagatorTest.inject(client.request.sdk, client.span));
        client.server = start(client.request.at(sdk), SpanKind.SERVER, context);
    }

    private void send(Open producer) {
        messages.add(new Message(
                CausalityPropagatorTest.inject(producer.request.sdk, producer.span),
                producer.request.at(producer.request.sdk),
                pasts.size() - 1));
    }

    private void receive(Random random, OpenTelemetrySdk sdk) {
        if (messages.isEmpty()) {
            return;
        }
        Message message = any(random, messages);
        if (random.nextBoolean()) {
            start(
                    message.sent.at(sdk),
                    SpanKind.CONSUMER,
                    CausalityPropagatorTest.extract(sdk, Context.root(), message.headers));
        } else {
            receive(sdk, message, any(random, messages));
        }
    }

    /** As a batch. */
    private void receive(OpenTelemetrySdk sdk, Message... batch) {
        Request request = new Request(sdk, new BitSet(), new BitSet());
        var builder =
                sdk.getTracer("test").spanBuilder("s" + spans).setNoParent().setSpanKind(SpanKind.CONSUMER);
        for (Message message : batch) {
            request.known.or(pasts.get(message.start));
            request.known.set(message.start);
            builder.addLink(Span.fromContext(CausalityPropagatorTest.extract(sdk, Context.root(), message.headers))
                    .getSpanContext());
        }
        started(request, builder.startSpan());
    }

    private Open start(Request request, SpanKind kind, Context parent) {
        return started(
                request,
                request.sdk
                        .getTracer("test")
                        .spanBuilder("s" + spans)
                        .setSpanKind(kind)
                        .setParent(parent)
                        .startSpan());
    }

    private Open started(Request request, Span span) {
        Open started = new Open(request, span, "s" + spans++);
        happened(request, "start " + started.name);
        open.add(started);
        return started;
    }

    private void end(Open span, boolean timesOut) {
        if (span.server != null && span.server.answer == null && timesOut) {
            span.span.setStatus(StatusCode.ERROR);
        } else if (span.server != null) {
            if (span.server.answer == null) {
                end(span.server, false);
            }
            span.request.known.or(span.server.answer);
        }
        open.remove(span);
        happened(span.request, "end " + span.name);
        span.answer = copy(span.request.known);
        span.span.end();
    }

    private void happened(Request request, String label) {
        pasts.add(copy(request.known));
        inVector.add(copy(request.inVector));
        request.known.set(pasts.size() - 1);
        request.inVector.set(pasts.size() - 1);
        labels.add(label);
    }

    private static BitSet copy(BitSet known) {
        return (BitSet) known.clone();
    }

    private static <T> T any(Random random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
