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
 * Counts the start and the end of each sampled span; see {@link ClockworkOpenTelemetry#spanProcessor}. Of spans that
 * are recorded and not sampled nobody will read, so that they count nothing, and belong to their activity all the same.
 */
final class CausalitySpanProcessor implements ExtendedSpanProcessor {
    /** What came in where {@link EdgePolicy#RESTART} orders nothing by it. */
    private static final String UNTRUSTED_VECTOR = "clockwork.untrusted_vector";

    private final ClockworkOpenTelemetry causality;
    private final Clockwork clockwork;
    private final EdgePolicy edge;

    CausalitySpanProcessor(ClockworkOpenTelemetry causality) {
        this.causality = causality;
        this.clockwork = causality.clockwork();
        this.edge = clockwork.edgePolicy();
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        clockwork.safely(() -> {
            Optional<Activity> known = causality.activity(parent);
            if (span.getSpanContext().isSampled()) {
                Activity activity = known.orElseGet(() -> begin(parent, span));
                join(activity, parent);
                span.setAttribute(SpanAttributes.NODE, activity.node());
                span.setAttribute(SpanAttributes.VECTOR, count(activity, span));
                causality.put(span.getSpanContext(), activity);
            } else {
                known.ifPresent(activity -> causality.put(span.getSpanContext(), activity));
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

    /** Descendants of who received something find it in their contexts, too, and learn nothing new. */
    private void join(Activity activity, Context parent) {
        VectorTimestamp received = ClockworkOpenTelemetry.received(parent);
        if (received != null && edge == EdgePolicy.TRUST) {
            activity.join(received);
        }
    }

    @Override
    public void onEnding(ReadWriteSpan span) {
        if (span.getSpanContext().isSampled()) {
            clockwork.safely(() -> causality
                    .activity(span.getSpanContext())
                    .ifPresent(activity -> span.setAttribute(SpanAttributes.END_VECTOR, count(activity, span))));
        }
    }

    private static String count(Activity activity, ReadWriteSpan span) {
        return activity.event(span.getName()).recordWithoutSinks().vector().toString();
    }

    @Override
    public void onEnd(ReadableSpan span) {
        // its attributes can no longer be set
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
