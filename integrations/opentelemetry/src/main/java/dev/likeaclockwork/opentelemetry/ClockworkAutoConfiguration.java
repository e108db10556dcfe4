// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.opentelemetry;

import dev.likeaclockwork.runtime.Clockwork;
import dev.likeaclockwork.runtime.EdgePolicy;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigurablePropagatorProvider;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigurationException;
import io.opentelemetry.sdk.autoconfigure.spi.internal.AutoConfigureListener;
import io.opentelemetry.sdk.resources.Resource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The auto-configuration that OpenTelemetry finds on the class path or in an extension of the agent. Adds the
 * propagator {@code clockwork} after the configured ones, the span processor, and metrics. Needs no setting.
 *
 * <p>The property {@code clockwork.edge} ({@code trust}, {@code restart} or {@code drop}) sets the {@link EdgePolicy}.
 * The service takes its name from {@code service.name}; characters that are illegal in a node id become underscores.
 */
public final class ClockworkAutoConfiguration
        implements AutoConfigurationCustomizerProvider, ConfigurablePropagatorProvider, AutoConfigureListener {
    private static final String NAME = "clockwork";
    private static final String PROPAGATORS = "otel.propagators";
    private static final List<String> DEFAULT_PROPAGATORS = List.of("tracecontext", "baggage");
    private static final int MAX_SERVICE_LENGTH = 114;

    /** Stands in for the propagator until the name of the service is known. */
    private static final TextMapPropagator PLACEHOLDER = new Placeholder();

    private final OpenTelemetryMetrics metrics = new OpenTelemetryMetrics();
    private String service = "unknown_service";
    private @Nullable ClockworkOpenTelemetry openTelemetry;

    /** For the service loader. */
    public ClockworkAutoConfiguration() {}

    /** Runs last, after all customizers that may set the name of the service. */
    @Override
    public int order() {
        return Integer.MAX_VALUE;
    }

    @Override
    public void customize(AutoConfigurationCustomizer customizer) {
        customizer.addPropertiesCustomizer(ClockworkAutoConfiguration::withPropagator);
        customizer.addResourceCustomizer((resource, config) -> {
            service = serviceOf(resource);
            return resource;
        });
        customizer.addTracerProviderCustomizer((builder, config) ->
                builder.addSpanProcessor(openTelemetry(config).spanProcessor()));
        customizer.addPropagatorCustomizer((propagator, config) ->
                propagator == PLACEHOLDER ? openTelemetry(config).propagator() : propagator);
    }

    /** Leaves {@code otel.propagators=none} as it is. */
    private static Map<String, String> withPropagator(ConfigProperties config) {
        List<String> names = new ArrayList<>(config.getList(PROPAGATORS, DEFAULT_PROPAGATORS));
        if (names.contains("none")) {
            return Map.of();
        }
        names.remove(NAME);
        names.add(NAME);
        return Map.of(PROPAGATORS, String.join(",", names));
    }

    private static String serviceOf(Resource resource) {
        String name = resource.getAttribute(AttributeKey.stringKey("service.name"));
        String legal = name == null ? "" : name.replaceAll("[^!-~]|[,=/]", "_");
        return legal.isEmpty() ? "unknown_service" : legal.substring(0, Math.min(legal.length(), MAX_SERVICE_LENGTH));
    }

    private ClockworkOpenTelemetry openTelemetry(ConfigProperties config) {
        if (openTelemetry == null) {
            openTelemetry = ClockworkOpenTelemetry.create(Clockwork.builder(service)
                    .edgePolicy(edge(config))
                    .metrics(metrics)
                    .build());
        }
        return openTelemetry;
    }

    private static EdgePolicy edge(ConfigProperties config) {
        String name = config.getString("clockwork.edge", "trust");
        try {
            return EdgePolicy.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException("clockwork.edge must be trust, restart or drop, but is '" + name + "'", e);
        }
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public TextMapPropagator getPropagator(ConfigProperties config) {
        return PLACEHOLDER;
    }

    @Override
    public void afterAutoConfigure(OpenTelemetrySdk sdk) {
        metrics.connect(sdk.getSdkMeterProvider());
    }

    private static final class Placeholder implements TextMapPropagator {
        @Override
        public Collection<String> fields() {
            return List.of();
        }

        @Override
        public <C> void inject(Context context, @Nullable C carrier, TextMapSetter<C> setter) {
            // a placeholder carries nothing
        }

        @Override
        public <C> Context extract(Context context, @Nullable C carrier, TextMapGetter<C> getter) {
            return context;
        }
    }
}
