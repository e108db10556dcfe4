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

/** Carries propagator as text, and counts nothing; see {@link ClockworkOpenTelemetry#propagator}. Immutable. */
final class CausalityPropagator implements TextMapPropagator {
    private final ClockworkOpenTelemetry causality;
    private final Propagator propagator;
    private final EdgePolicy edge;

    CausalityPropagator(ClockworkOpenTelemetry causality) {
        this.causality = causality;
        this.propagator = causality.clockwork().propagator();
        this.edge = causality.clockwork().edgePolicy();
    }

    @Override
    public Collection<String> fields() {
        return List.of(TextTransport.VECTOR_HEADER);
    }

    /** A setter must replace what is there, as all of OpenTelemetry's do. */
    @Override
    public <C> void inject(@Nullable Context context, @Nullable C carrier, @Nullable TextMapSetter<C> setter) {
        if (context == null || setter == null) {
            return;
        }
        VectorTimestamp known =
                causality.activity(context).map(Activity::snapshot).orElseGet(() -> passedOn(context));
        if (known != null && known.size() > 0) {
            propagator.inject(known, CarrierSetter.text((name, value) -> setter.set(carrier, name, value)));
        }
    }

    /** Where no span counts, as where none is sampled, the service adds nothing to what it was told. */
    private @Nullable VectorTimestamp passedOn(Context context) {
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
                .map(stamp -> ClockworkOpenTelemetry.withReceived(known, stamp))
                .orElse(known);
    }

    @Override
    public String toString() {
        return "CausalityPropagator";
    }
}
