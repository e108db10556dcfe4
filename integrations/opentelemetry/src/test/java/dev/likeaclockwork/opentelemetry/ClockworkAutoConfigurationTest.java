// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.opentelemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigurationException;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests the self-configuring SDK with this module on the class path and no setting. */
class ClockworkAutoConfigurationTest {
    private final InMemorySpanExporter spans = InMemorySpanExporter.create();
    private final InMemoryMetricReader metrics = InMemoryMetricReader.create();
    private final List<OpenTelemetrySdk> started = new ArrayList<>();

    @AfterEach
    void close() {
        started.forEach(OpenTelemetrySdk::close);
    }

    @Test
    void defaults_needNoSetting() {
        OpenTelemetrySdk sdk = configure(Map.of("otel.service.name", "shop"));
        Span span = sdk.getTracer("test").spanBuilder("GET").startSpan();
        Map<String, String> carrier = CausalityPropagatorTest.inject(sdk, span);
        span.end();

        assertThat(carrier).containsOnlyKeys("traceparent", "X-Causality-Vector");
        SpanData exported = spans.getFinishedSpanItems().get(0);
        assertThat(attributes(exported).get("clockwork.node")).startsWith("shop/");
        assertThat(attributes(exported)).containsEntry("clockwork.vector", carrier.get("X-Causality-Vector"));
        assertThat(attributes(exported).get("clockwork.end.vector"))
                .isEqualTo(attributes(exported).get("clockwork.node") + "=2");
    }

    @Test
    void propagator_isAddedAfterTheConfiguredOnes() {
        assertThat(fields("otel.propagators", "baggage")).containsExactly("baggage", "X-Causality-Vector");
        assertThat(fields("otel.propagators", "clockwork,tracecontext"))
                .containsExactly("traceparent", "tracestate", "X-Causality-Vector");
        assertThat(fields("otel.propagators", "none")).isEmpty();
    }

    private List<String> fields(String key, String value) {
        return List.copyOf(configure(Map.of(key, value))
                .getPropagators()
                .getTextMapPropagator()
                .fields());
    }

    @Test
    void serviceName_becomesALegalNodeName() {
        for (Map.Entry<String, String> name : Map.of(
                        "my shop/eu,1=ä",
                        "my_shop_eu_1__/",
                        "s".repeat(200),
                        "s".repeat(114) + "/",
                        "",
                        "unknown_service")
                .entrySet()) {
            spans.reset();
            configure(Map.of("otel.service.name", name.getKey()))
                    .getTracer("test")
                    .spanBuilder("GET")
                    .startSpan()
                    .end();

            assertThat(attributes(spans.getFinishedSpanItems().get(0)).get("clockwork.node"))
                    .startsWith(name.getValue());
        }
    }

    @Test
    void edgePolicy_isConfigurable() {
        OpenTelemetrySdk sdk = configure(Map.of("clockwork.edge", "drop"));
        assertThat(CausalityPropagatorTest.extract(sdk, Context.root(), Map.of("X-Causality-Vector", "a=1")))
                .isSameAs(Context.root());

        assertThatThrownBy(() -> configure(Map.of("clockwork.edge", "open")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("clockwork.edge must be trust, restart or drop, but is 'open'");
    }

    @Test
    void rejectedHeaders_areCountedByAMetric() {
        OpenTelemetrySdk sdk = configure(Map.of());
        CausalityPropagatorTest.extract(sdk, Context.root(), Map.of("X-Causality-Vector", "nonsense"));
        CausalityPropagatorTest.extract(sdk, Context.root(), Map.of("X-Causality-Vector", "a=1"));

        assertThat(metrics.collectAllMetrics())
                .filteredOn(metric -> metric.getName().startsWith("clockwork."))
                .extracting(MetricData::getName)
                .containsExactlyInAnyOrder("clockwork.rejected", "clockwork.entries");
        assertThat(metrics.collectAllMetrics())
                .filteredOn(metric -> metric.getName().equals("clockwork.rejected"))
                .flatExtracting(metric -> metric.getLongSumData().getPoints())
                .extracting(point -> point.getValue() + " " + point.getAttributes())
                .containsExactly("1 {reason=\"malformed\"}");
    }

    private OpenTelemetrySdk configure(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(
                Map.of("otel.traces.exporter", "none", "otel.metrics.exporter", "none", "otel.logs.exporter", "none"));
        all.putAll(settings);
        OpenTelemetrySdk sdk = AutoConfiguredOpenTelemetrySdk.builder()
                .disableShutdownHook()
                .addPropertiesSupplier(() -> all)
                .addTracerProviderCustomizer(
                        (builder, config) -> builder.addSpanProcessor(SimpleSpanProcessor.create(spans)))
                .addMeterProviderCustomizer((builder, config) -> builder.registerMetricReader(metrics))
                .build()
                .getOpenTelemetrySdk();
        started.add(sdk);
        return sdk;
    }

    private static Map<String, String> attributes(SpanData span) {
        Map<String, String> attributes = new HashMap<>();
        span.getAttributes().forEach((key, value) -> attributes.put(key.getKey(), String.valueOf(value)));
        return attributes;
    }
}
