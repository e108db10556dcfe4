// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.opentelemetry;

import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.json.SpanAttributes;
import dev.likeaclockwork.runtime.Activity;
import dev.likeaclockwork.runtime.Clockwork;
import dev.likeaclockwork.runtime.EdgePolicy;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.internal.ExtendedSpanProcessor;
import java.util.Optional;

/**
 * Makes the start and the end of each sampled span events of its activity; see
 * {@link ClockworkOpenTelemetry#spanProcessor}. Unsampled spans are not exported: they belong to their activity, but
 * add no events.
 */
final class CausalitySpanProcessor implements ExtendedSpanProcessor {
    /** The attribute for a received vector that {@link EdgePolicy#RESTART} excludes from the order. */
    private static final String UNTRUSTED_VECTOR = "clockwork.untrusted_vector";

    private final ClockworkOpenTelemetry openTelemetry;
    private final Clockwork clockwork;
    private final EdgePolicy edge;

    CausalitySpanProcessor(ClockworkOpenTelemetry openTelemetry) {
        this.openTelemetry = openTelemetry;
        this.clockwork = openTelemetry.clockwork();
        this.edge = clockwork.edgePolicy();
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        clockwork.safely(() -> {
            Optional<Activity> known = openTelemetry.activity(parent);
            if (span.getSpanContext().isSampled()) {
                Activity activity = known.orElseGet(() -> begin(parent, span));
                join(activity, parent);
                span.setAttribute(SpanAttributes.NODE, activity.node());
                span.setAttribute(SpanAttributes.VECTOR, recordEvent(activity, span));
                openTelemetry.put(span.getSpanContext(), activity);
            } else {
                known.ifPresent(activity -> openTelemetry.put(span.getSpanContext(), activity));
            }
        });
    }

    private Activity begin(Context parent, ReadWriteSpan span) {
        VectorTimestamp received = ClockworkOpenTelemetry.received(parent);
        if (received != null && edge == EdgePolicy.RESTART) {
            span.setAttribute(UNTRUSTED_VECTOR, received.toString());
        }
        return clockwork.startActivity();
    }

    /** Also runs for descendants, whose contexts inherit the received vector; joining it again changes nothing. */
    private void join(Activity activity, Context parent) {
        VectorTimestamp received = ClockworkOpenTelemetry.received(parent);
        if (received != null && edge == EdgePolicy.TRUST) {
            activity.join(received);
        }
    }

    @Override
    public void onEnding(ReadWriteSpan span) {
        if (span.getSpanContext().isSampled()) {
            clockwork.safely(() -> openTelemetry
                    .activity(span.getSpanContext())
                    .ifPresent(activity -> span.setAttribute(SpanAttributes.END_VECTOR, recordEvent(activity, span))));
        }
    }

    private static String recordEvent(Activity activity, ReadWriteSpan span) {
        return activity.event(span.getName()).recordWithoutSinks().vector().toString();
    }

    @Override
    public void onEnd(ReadableSpan span) {
        // attributes can no longer be set
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public boolean isOnEndingRequired() {
        return true;
    }

    @Override
    public boolean isEndRequired() {
        return false;
    }

    @Override
    public String toString() {
        return "CausalitySpanProcessor";
    }
}
