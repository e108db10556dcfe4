// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.opentelemetry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.likeaclockwork.formats.LogReader;
import dev.likeaclockwork.formats.options.ReadOptions;
import dev.likeaclockwork.formats.options.Source;
import dev.likeaclockwork.graph.CausalGraph;
import dev.likeaclockwork.graph.event.Fault;
import dev.likeaclockwork.graph.event.LoggedEvent;
import dev.likeaclockwork.graph.event.Ordering;
import dev.likeaclockwork.graph.event.Problem;
import dev.likeaclockwork.runtime.Clockwork;
import dev.likeaclockwork.runtime.ClockworkBuilder;
import dev.likeaclockwork.runtime.testkit.CountedMetrics;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.exporter.internal.otlp.traces.TraceRequestMarshaler;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Services with the OpenTelemetry SDK, their exported spans, and the graph of these spans. */
final class TracedServices implements AutoCloseable {
    private final ByteArrayOutputStream exported = new ByteArrayOutputStream();
    private final List<OpenTelemetrySdk> services = new ArrayList<>();
    private final CountedMetrics metrics = new CountedMetrics();

    /** Returns the metrics of all services. */
    CountedMetrics metrics() {
        return metrics;
    }

    OpenTelemetrySdk service(String name) {
        return service(name, Sampler.parentBased(Sampler.alwaysOn()), builder -> builder);
    }

    OpenTelemetrySdk service(String name, Sampler sampler, UnaryOperator<ClockworkBuilder> settings) {
        Clockwork clockwork =
                settings.apply(Clockwork.builder(name).metrics(metrics)).build();
        ClockworkOpenTelemetry causality = ClockworkOpenTelemetry.create(clockwork);
        OpenTelemetrySdk sdk = OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder()
                        .setResource(Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), name)))
                        .setSampler(sampler)
                        .addSpanProcessor(SimpleSpanProcessor.create(new Exporter()))
                        .addSpanProcessor(causality.spanProcessor())
                        .build())
                .setPropagators(ContextPropagators.create(
                        TextMapPropagator.composite(W3CTraceContextPropagator.getInstance(), causality.propagator())))
                .build();
        services.add(sdk);
        return sdk;
    }

    String exported() {
        services.forEach(sdk -> sdk.getSdkTracerProvider().forceFlush());
        return exported.toString(UTF_8);
    }

    /** Returns the graph of all spans that have ended; fails if the graph has problems. */
    CausalGraph graph() {
        CausalGraph graph = new LogReader(ReadOptions.standard())
                .read(List.of(Source.text("spans", exported())))
                .get("");
        assertThat(graph.problems())
                .filteredOn(problem -> problem.fault() != Fault.CLOCK_SKEW)
                .extracting(Problem::toString)
                .isEmpty();
        return graph;
    }

    /** Returns the relation of the two events with these labels, such as {@code start GET} and {@code end GET}. */
    Ordering relation(String label, String other) {
        CausalGraph graph = graph();
        Map<String, Integer> numbers = new HashMap<>();
        for (int event = 0; event < graph.size(); event++) {
            assertThat(numbers.put(graph.event(event).label(), event)).isNull();
        }
        assertThat(numbers).containsKeys(label, other);
        return graph.relation(numbers.get(label), numbers.get(other));
    }

    /** Returns the only event with a label. */
    LoggedEvent event(String label) {
        CausalGraph graph = graph();
        List<LoggedEvent> found = new ArrayList<>();
        for (int event = 0; event < graph.size(); event++) {
            if (label.equals(graph.event(event).label())) {
                found.add(graph.event(event));
            }
        }
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    @Override
    public void close() {
        services.forEach(OpenTelemetrySdk::close);
    }

    /** Writes OTLP requests as JSON lines, as the collector's file exporter and the agent do. */
    private final class Exporter implements SpanExporter {
        @Override
        public CompletableResultCode export(Collection<SpanData> spans) {
            synchronized (exported) {
                try {
                    TraceRequestMarshaler.create(spans).writeJsonTo(exported);
                    exported.write('\n');
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }
}
