// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.opentelemetry;

import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.runtime.Activity;
import dev.likeaclockwork.runtime.Clockwork;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.sdk.trace.SpanProcessor;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Causality for the tracing of one service: a propagator and a span processor that belong together.
 *
 * <pre>{@code
 * ClockworkOpenTelemetry causality = ClockworkOpenTelemetry.create(Clockwork.builder("inventory").build());
 * SdkTracerProvider.builder().addSpanProcessor(causality.spanProcessor());
 * ContextPropagators.create(TextMapPropagator.composite(W3CTraceContextPropagator.getInstance(), causality.propagator()));
 * }</pre>
 *
 * <p>Where OpenTelemetry configures itself, as in its agent, {@link ClockworkAutoConfiguration} does the same. A local
 * root span, that is one without a parent in this service, starts an activity, and all spans below it belong to that
 * activity, in whatever threads they run.
 *
 * <p>Throws nothing, whatever carriers hold or throw. Thread-safe. Knows of an activity only as long as one of its
 * spans can be reached.
 */
public final class ClockworkOpenTelemetry {
    private static final ContextKey<VectorTimestamp> RECEIVED = ContextKey.named("clockwork.received");

    private final Clockwork clockwork;

    /** By the context that a span and those who wrap it have in common. */
    private final Map<SpanContext, Activity> activities = Collections.synchronizedMap(new WeakHashMap<>());

    private ClockworkOpenTelemetry(Clockwork clockwork) {
        this.clockwork = Objects.requireNonNull(clockwork, "clockwork");
    }

    /**
     * Causality for the spans of a service.
     *
     * @param clockwork the service's runtime. Its sinks get no events: the spans are the log
     */
    public static ClockworkOpenTelemetry create(Clockwork clockwork) {
        return new ClockworkOpenTelemetry(clockwork);
    }

    /**
     * Writes what the current span's activity knows to {@code X-Causality-Vector}, and reads what came in there. Pure:
     * it counts no event, so that it may be tried on anything, any number of times. Belongs behind the propagator of
     * trace ids.
     */
    public TextMapPropagator propagator() {
        return new CausalityPropagator(this);
    }

    /** Counts the start and the end of each sampled span as an event, and puts the stamps on it. */
    public SpanProcessor spanProcessor() {
        return new CausalitySpanProcessor(this);
    }

    Clockwork clockwork() {
        return clockwork;
    }

    /** The activity of the span of a context, if that is one of this service. */
    Optional<Activity> activity(Context context) {
        return activity(Span.fromContext(context).getSpanContext());
    }

    /** The activity of a span of this service. */
    Optional<Activity> activity(SpanContext span) {
        return Optional.ofNullable(activities.get(span));
    }

    /** Says which activity a span belongs to. */
    void put(SpanContext span, Activity activity) {
        activities.put(span, activity);
    }

    /** What came in; null if nothing did. */
    static @Nullable VectorTimestamp received(Context context) {
        return context.get(RECEIVED);
    }

    static Context withReceived(Context context, VectorTimestamp stamp) {
        return context.with(RECEIVED, stamp);
    }
}
