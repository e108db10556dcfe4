// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.opentelemetry;

import dev.likeaclockwork.TextTransport;
import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.runtime.Activity;
import dev.likeaclockwork.runtime.EdgePolicy;
import dev.likeaclockwork.runtime.propagation.CarrierGetter;
import dev.likeaclockwork.runtime.propagation.CarrierSetter;
import dev.likeaclockwork.runtime.propagation.Propagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Propagates the vector as a text header and records no event; see {@link ClockworkOpenTelemetry#propagator}. */
final class CausalityPropagator implements TextMapPropagator {
    private final ClockworkOpenTelemetry openTelemetry;
    private final Propagator propagator;
    private final EdgePolicy edge;

    CausalityPropagator(ClockworkOpenTelemetry openTelemetry) {
        this.openTelemetry = openTelemetry;
        this.propagator = openTelemetry.clockwork().propagator();
        this.edge = openTelemetry.clockwork().edgePolicy();
    }

    @Override
    public Collection<String> fields() {
        return List.of(TextTransport.VECTOR_HEADER);
    }

    /** Relies on the setter to replace a present header, as OpenTelemetry's setters do. */
    @Override
    public <C> void inject(@Nullable Context context, @Nullable C carrier, @Nullable TextMapSetter<C> setter) {
        if (context == null || setter == null) {
            return;
        }
        VectorTimestamp known =
                openTelemetry.activity(context).map(Activity::snapshot).orElseGet(() -> forwarded(context));
        if (known != null && known.size() > 0) {
            propagator.inject(known, CarrierSetter.text((name, value) -> setter.set(carrier, name, value)));
        }
    }

    /** Without a sampled span the service records no event and forwards the vector that it received. */
    private @Nullable VectorTimestamp forwarded(Context context) {
        return edge == EdgePolicy.TRUST ? ClockworkOpenTelemetry.received(context) : null;
    }

    @Override
    public <C> Context extract(@Nullable Context context, @Nullable C carrier, @Nullable TextMapGetter<C> getter) {
        Context known = context == null ? Context.root() : context;
        if (getter == null || edge == EdgePolicy.DROP) {
            return known;
        }
        return propagator
                .extract(CarrierGetter.text(name -> getter.get(carrier, name)))
                .map(vector -> ClockworkOpenTelemetry.withReceived(known, vector))
                .orElse(known);
    }

    @Override
    public String toString() {
        return "CausalityPropagator";
    }
}
