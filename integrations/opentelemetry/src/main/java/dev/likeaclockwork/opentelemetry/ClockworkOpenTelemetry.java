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
 * Causality for the tracing of one service: a propagator and a span processor that share their activities.
 *
 * <pre>{@code
 * ClockworkOpenTelemetry openTelemetry = ClockworkOpenTelemetry.create(Clockwork.builder("inventory").build());
 * SdkTracerProvider.builder().addSpanProcessor(openTelemetry.spanProcessor());
 * ContextPropagators.create(
 *         TextMapPropagator.composite(W3CTraceContextPropagator.getInstance(), openTelemetry.propagator()));
 * }</pre>
 *
 * <p>Where OpenTelemetry configures itself, as in its agent, {@link ClockworkAutoConfiguration} does the same. A local
 * root span, that is one without a parent in this service, starts an activity. All spans below it belong to that
 * activity, whatever thread they run in.
 *
 * <p>Malformed or throwing carriers cause no exception. Thread-safe. Holds an activity only as long as one of its spans
 * is reachable.
 */
public final class ClockworkOpenTelemetry {
    private static final ContextKey<VectorTimestamp> RECEIVED = ContextKey.named("clockwork.received");

    private final Clockwork clockwork;

    /** Activities by span context, which a span and its wrappers share. */
    private final Map<SpanContext, Activity> activities = Collections.synchronizedMap(new WeakHashMap<>());

    private ClockworkOpenTelemetry(Clockwork clockwork) {
        this.clockwork = Objects.requireNonNull(clockwork, "clockwork");
    }

    /**
     * Creates the propagator and the span processor of a service.
     *
     * @param clockwork the runtime of the service. Its sinks receive no events, because the exported spans are the log
     */
    public static ClockworkOpenTelemetry create(Clockwork clockwork) {
        return new ClockworkOpenTelemetry(clockwork);
    }

    /**
     * Returns a propagator of the header {@code X-Causality-Vector}, which holds what the current span's activity
     * knows. It is pure: it records no event and may be called any number of times. Place it after the propagator of
     * trace ids.
     */
    public TextMapPropagator propagator() {
        return new CausalityPropagator(this);
    }

    /** Returns a processor that makes the start and the end of each sampled span events, with vectors as attributes. */
    public SpanProcessor spanProcessor() {
        return new CausalitySpanProcessor(this);
    }

    Clockwork clockwork() {
        return clockwork;
    }

    /** Returns the activity of a context's span, if this service started that span. */
    Optional<Activity> activity(Context context) {
        return activity(Span.fromContext(context).getSpanContext());
    }

    /** Returns the activity of a span, if this service started it. */
    Optional<Activity> activity(SpanContext span) {
        return Optional.ofNullable(activities.get(span));
    }

    /** Assigns a span to an activity. */
    void put(SpanContext span, Activity activity) {
        activities.put(span, activity);
    }

    /** Returns the vector that was extracted into a context; null if there is none. */
    static @Nullable VectorTimestamp received(Context context) {
        return context.get(RECEIVED);
    }

    static Context withReceived(Context context, VectorTimestamp vector) {
        return context.with(RECEIVED, vector);
    }
}
