// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.opentelemetry;

import static dev.likeaclockwork.opentelemetry.CausalityPropagatorTest.extract;
import static dev.likeaclockwork.opentelemetry.CausalityPropagatorTest.inject;
import static org.assertj.core.api.Assertions.assertThat;

import dev.likeaclockwork.graph.event.Ordering;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CausalitySpanProcessorTest {
    private final TracedServices services = new TracedServices();
    private final OpenTelemetrySdk shop = services.service("shop");
    private final OpenTelemetrySdk bank = services.service("bank");

    @AfterEach
    void close() {
        services.close();
    }

    @Test
    void spansOfARequest_areEventsOfOneActivity() {
        Span server = start(shop, "serve", SpanKind.SERVER, Context.root());
        Span query = start(shop, "query", SpanKind.CLIENT, Context.root().with(server));
        query.end();
        server.end();

        String node = services.event("start serve").node();
        assertThat(node).matches("shop/[0-9a-z]{13}");
        assertThat(services.event("start query").node()).isEqualTo(node);
        assertThat(services.event("start serve").counter()).isEqualTo(1);
        assertThat(services.event("start query").counter()).isEqualTo(2);
        assertThat(services.event("end query").counter()).isEqualTo(3);
        assertThat(services.event("end serve").counter()).isEqualTo(4);
    }

    @Test
    void requestsOfOneService_areConcurrent() {
        start(shop, "one", SpanKind.SERVER, Context.root()).end();
        start(shop, "two", SpanKind.SERVER, Context.root()).end();

        assertThat(services.relation("end one", "start two")).isEqualTo(Ordering.CONCURRENT);
    }

    @Test
    void call_isReceivedAfterItsSendAndAnsweredBeforeItEnds() {
        Span client = start(shop, "call", SpanKind.CLIENT, Context.root());
        Span server = start(bank, "serve", SpanKind.SERVER, extract(bank, Context.root(), inject(shop, client)));
        server.end();
        client.end();
        Span message = start(shop, "send", SpanKind.PRODUCER, Context.root().with(client));
        message.end();

        assertThat(services.relation("start call", "start serve")).isEqualTo(Ordering.HAPPENS_BEFORE);
        assertThat(services.relation("end serve", "end call")).isEqualTo(Ordering.HAPPENS_BEFORE);
        assertThat(services.relation("start serve", "start send")).isEqualTo(Ordering.HAPPENS_BEFORE);
    }

    @Test
    void callOfAServiceToItself_startsAnotherActivity() {
        Span client = start(shop, "call", SpanKind.CLIENT, Context.root());
        Span server = start(shop, "serve", SpanKind.SERVER, extract(shop, Context.root(), inject(shop, client)));
        server.end();
        client.end();

        assertThat(services.event("start serve").node())
                .isNotEqualTo(services.event("start call").node());
        assertThat(services.relation("start call", "start serve")).isEqualTo(Ordering.HAPPENS_BEFORE);
    }

    @Test
    void workInOtherThreads_staysInTheActivity() {
        Span server = start(shop, "serve", SpanKind.SERVER, Context.root());
        Context context = Context.root().with(server);
        CompletableFuture.runAsync(
                        () -> start(shop, "task", SpanKind.INTERNAL, context).end())
                .join();
        server.end();
        start(shop, "late", SpanKind.INTERNAL, context).end();

        assertThat(services.relation("end task", "end serve")).isEqualTo(Ordering.HAPPENS_BEFORE);
        assertThat(services.relation("end serve", "start late")).isEqualTo(Ordering.HAPPENS_BEFORE);
    }

    @Test
    void workWithinACall_isKnownToTheCallee() {
        Span client = start(shop, "call", SpanKind.CLIENT, Context.root());
        start(shop, "token", SpanKind.INTERNAL, Context.root().with(client)).end();
        start(bank, "serve", SpanKind.SERVER, extract(bank, Context.root(), inject(shop, client)))
                .end();
        client.end();

        assertThat(services.relation("end token", "start serve")).isEqualTo(Ordering.HAPPENS_BEFORE);
    }

    @Test
    void batch_isReceivedAfterAllLinkedSpans() {
        Span one = start(shop, "one", SpanKind.PRODUCER, Context.root());
        Span two = start(shop, "two", SpanKind.PRODUCER, Context.root());
        bank.getTracer("test")
                .spanBuilder("batch")
                .setSpanKind(SpanKind.CONSUMER)
                .setNoParent()
                .addLink(remote(one))
                .addLink(remote(two))
                .startSpan()
                .end();
        one.end();
        two.end();

        assertThat(services.relation("start one", "start batch")).isEqualTo(Ordering.HAPPENS_BEFORE);
        assertThat(services.relation("start two", "start batch")).isEqualTo(Ordering.HAPPENS_BEFORE);
        assertThat(services.relation("end two", "start batch")).isEqualTo(Ordering.CONCURRENT);
    }

    /** Extracts a remote span context, as extractors of links do. */
    private io.opentelemetry.api.trace.SpanContext remote(Span producer) {
        return Span.fromContext(extract(bank, Context.root(), inject(shop, producer)))
                .getSpanContext();
    }

    @Test
    void unsampledSpans_recordNoEvent() {
        Sampler records = new Sampler() {
            @Override
            public SamplingResult shouldSample(
                    Context parent,
                    String trace,
                    String name,
                    SpanKind kind,
                    io.opentelemetry.api.common.Attributes attributes,
                    java.util.List<io.opentelemetry.sdk.trace.data.LinkData> links) {
                return SamplingResult.create(
                        name.equals("poll") ? SamplingDecision.RECORD_ONLY : SamplingDecision.RECORD_AND_SAMPLE);
            }

            @Override
            public String getDescription() {
                return "all but polls";
            }
        };
        OpenTelemetrySdk picky = services.service("picky", records, builder -> builder);
        Span server = start(picky, "serve", SpanKind.SERVER, Context.root());
        Span poll = start(picky, "poll", SpanKind.INTERNAL, Context.root().with(server));
        start(picky, "query", SpanKind.CLIENT, Context.root().with(poll)).end();
        poll.end();
        server.end();
        start(picky, "poll", SpanKind.SERVER, extract(picky, Context.root(), Map.of("X-Causality-Vector", "a=1")))
                .end();

        assertThat(services.exported())
                .containsPattern("\"name\":\"query\".*picky/\\w+=2\"")
                .containsPattern("\"name\":\"serve\".*picky/\\w+=4\"")
                .doesNotContain("poll");
    }

    static Span start(OpenTelemetrySdk service, String name, SpanKind kind, Context parent) {
        return service.getTracer("test")
                .spanBuilder(name)
                .setSpanKind(kind)
                .setParent(parent)
                .startSpan();
    }
}
