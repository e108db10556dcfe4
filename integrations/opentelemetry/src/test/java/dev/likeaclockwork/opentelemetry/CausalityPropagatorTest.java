// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.opentelemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeaclockwork.runtime.Clockwork;
import dev.likeaclockwork.runtime.EdgePolicy;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CausalityPropagatorTest {
    private static final String HEADER = "X-Causality-Vector";
    private static final TextMapSetter<Map<String, String>> SETTER = Map::put;

    private final TracedServices services = new TracedServices();
    private final OpenTelemetrySdk shop = services.service("shop");
    private final TextMapPropagator propagator = shop.getPropagators().getTextMapPropagator();

    /** A getter that ignores the case of names, as those of HTTP servers do. */
    static class Getter implements TextMapGetter<Map<String, String>> {
        @Override
        public Iterable<String> keys(Map<String, String> carrier) {
            return carrier.keySet();
        }

        @Override
        public @Nullable String get(@Nullable Map<String, String> carrier, String key) {
            return carrier == null
                    ? null
                    : carrier.entrySet().stream()
                            .filter(entry -> entry.getKey().equalsIgnoreCase(key))
                            .map(Map.Entry::getValue)
                            .findFirst()
                            .orElse(null);
        }
    }

    @AfterEach
    void close() {
        services.close();
    }

    @Test
    void propagator_namesItsHeader() {
        assertThat(propagator.fields()).contains(HEADER, "traceparent");
    }

    @Test
    void inject_writesTheVectorOfTheSpan() {
        Span span = start(shop, "GET", Context.root());
        String header = inject(shop, span).get(HEADER);
        span.end();

        assertThat(header).matches("shop/[0-9a-z]{13}=1");
        assertThat(services.event("start GET").vector().size()).isEqualTo(1);
        assertThat(header).startsWith(services.event("start GET").node() + "=");
    }

    @Test
    void injectAndExtract_recordNoEvent() {
        Span span = start(shop, "GET", Context.root());
        Map<String, String> first = inject(shop, span);
        for (int i = 0; i < 3; i++) {
            assertThat(inject(shop, span)).isEqualTo(first);
            Context context = extract(shop, Context.root(), first);
            assertThat(inject(shop, Span.fromContext(context)).get(HEADER)).isNull();
        }
        span.end();

        assertThat(services.event("start GET").counter()).isEqualTo(1);
        assertThat(services.event("end GET").counter()).isEqualTo(2);
    }

    @Test
    void injectWithoutSpanOrReceivedVector_writesNothing() {
        assertThat(inject(shop, Span.getInvalid())).isEmpty();
        assertThat(extract(shop, Context.root(), Map.of())).isSameAs(Context.root());
    }

    @Test
    void nullArguments_areAccepted() {
        TextMapPropagator ours = ClockworkOpenTelemetry.create(
                        Clockwork.builder("shop").metrics(services.metrics()).build())
                .propagator();
        for (TextMapPropagator each : List.of(propagator, ours)) {
            each.inject(Context.root(), null, (carrier, key, value) -> {});
            each.inject(Context.root(), new HashMap<>(), null);
            each.inject(null, new HashMap<>(), SETTER);
            each.inject(Context.root().with(start(shop, "GET", Context.root())), null, (carrier, key, value) -> {});

            assertThat(each.extract(Context.root(), null, new Getter())).isSameAs(Context.root());
            assertThat(each.extract(Context.root(), Map.of(), null)).isSameAs(Context.root());
            assertThat(each.extract(null, Map.of(), new Getter())).isSameAs(Context.root());
        }
        assertThat(services.metrics().of("rejected")).isZero();
        assertThat(services.metrics().of("failed")).isZero();
    }

    @Test
    void throwingCarriers_areCountedAndHarmless() {
        TextMapGetter<Map<String, String>> broken = new Getter() {
            @Override
            public @Nullable String get(@Nullable Map<String, String> carrier, String key) {
                return key.equals(HEADER) ? Map.of("", "").get(null) : null;
            }
        };
        assertThat(propagator.extract(Context.root(), Map.of(), broken)).isSameAs(Context.root());
        assertThat(services.metrics().of("rejected.UNREADABLE")).isEqualTo(1);

        Span span = start(shop, "GET", Context.root());
        propagator.inject(Context.root().with(span), new HashMap<>(), (carrier, key, value) -> {
            if (key.equals(HEADER)) {
                throw new IllegalStateException("thrown by the test");
            }
        });
        assertThat(services.metrics().of("failed")).isEqualTo(1);
    }

    @Test
    void malformedHeaders_areCountedAndAbsent() {
        int rejected = 0;
        for (String header :
                new String[] {"bank", "bank=-1", "bank=1,bank=2", "bänk=1", "=", "bank=9007199254740992"}) {
            Context context = extract(shop, Context.root(), Map.of(HEADER, header));

            assertThat(context).as(header).isSameAs(Context.root());
            assertThat(services.metrics().of("rejected.MALFORMED")).as(header).isEqualTo(++rejected);
        }
        start(shop, "GET", extract(shop, Context.root(), Map.of(HEADER, "bank")))
                .end();
        assertThat(services.event("start GET").vector().size()).isEqualTo(1);
    }

    @Test
    void oversizedHeaders_areCountedAndAbsent() {
        String many = IntStream.range(0, 300).mapToObj(i -> "n" + i + "=1").collect(Collectors.joining(","));
        extract(shop, Context.root(), Map.of(HEADER, many));
        assertThat(services.metrics().of("rejected.TOO_MANY_ENTRIES")).isEqualTo(1);

        extract(shop, Context.root(), Map.of(HEADER, "bank=1," + " ".repeat(10_000)));
        assertThat(services.metrics().of("rejected.TOO_LARGE")).isEqualTo(1);
    }

    @Test
    void vectorOverTheBudget_isOmittedAndCounted() {
        String many = IntStream.range(0, 200)
                .mapToObj(i -> "some-service/%013d=1".formatted(i))
                .collect(Collectors.joining(","));
        Span span = start(shop, "GET", extract(shop, Context.root(), Map.of(HEADER, many)));

        assertThat(inject(shop, span)).containsKey("traceparent").doesNotContainKey(HEADER);
        assertThat(services.metrics().of("overBudget")).isEqualTo(1);
    }

    @Test
    void lowerCaseHeaderNames_areRead() {
        start(shop, "GET", extract(shop, Context.root(), Map.of("x-causality-vector", "bank/1=4")))
                .end();

        assertThat(services.exported()).contains("bank/1=4,shop/");
    }

    @Test
    void unsampledService_forwardsTheReceivedVector() {
        OpenTelemetrySdk silent = services.service("silent", Sampler.alwaysOff(), builder -> builder);
        Context context = extract(silent, Context.root(), Map.of(HEADER, "bank/1=4"));
        Map<String, String> carrier = new HashMap<>();
        silent.getPropagators()
                .getTextMapPropagator()
                .inject(context.with(start(silent, "GET", context)), carrier, SETTER);

        assertThat(carrier).containsEntry(HEADER, "bank/1=4");
    }

    @Test
    void untrustedVector_isNotAdopted() {
        for (EdgePolicy edge : new EdgePolicy[] {EdgePolicy.RESTART, EdgePolicy.DROP}) {
            OpenTelemetrySdk gate = services.service("gate", Sampler.alwaysOn(), builder -> builder.edgePolicy(edge));
            Context context = extract(gate, Context.root(), Map.of(HEADER, "bank/1=4"));
            Span span = start(gate, edge + "", context);
            Map<String, String> carrier = new HashMap<>();
            gate.getPropagators().getTextMapPropagator().inject(context.with(span), carrier, SETTER);
            gate.getPropagators().getTextMapPropagator().inject(context, carrier, SETTER);
            span.end();

            assertThat(carrier.get(HEADER)).matches("gate/[0-9a-z]{13}=1");
        }
        assertThat(services.event("start RESTART").fields()).containsEntry("clockwork.untrusted_vector", "bank/1=4");
        assertThat(services.event("start DROP").fields()).doesNotContainKey("clockwork.untrusted_vector");
    }

    static Span start(OpenTelemetrySdk service, String name, Context parent) {
        Tracer tracer = service.getTracer("test");
        return tracer.spanBuilder(name)
                .setSpanKind(SpanKind.CLIENT)
                .setParent(parent)
                .startSpan();
    }

    static Map<String, String> inject(OpenTelemetrySdk service, Span span) {
        Map<String, String> carrier = new HashMap<>();
        service.getPropagators().getTextMapPropagator().inject(Context.root().with(span), carrier, SETTER);
        return carrier;
    }

    static Context extract(OpenTelemetrySdk service, Context context, Map<String, String> carrier) {
        return service.getPropagators().getTextMapPropagator().extract(context, carrier, new Getter());
    }
}
