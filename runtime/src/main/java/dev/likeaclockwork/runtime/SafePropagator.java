// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime;

import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.runtime.metrics.Rejection;
import dev.likeaclockwork.runtime.metrics.RuntimeMetrics;
import dev.likeaclockwork.runtime.propagation.CarrierGetter;
import dev.likeaclockwork.runtime.propagation.CarrierSetter;
import dev.likeaclockwork.runtime.propagation.Propagator;
import dev.likeaclockwork.runtime.recording.OnceLog;
import dev.likeaclockwork.wire.MalformedCausalityException;
import dev.likeaclockwork.wire.WireLimits;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The propagator of a runtime: applies its limits and its budget, counts, and logs each kind of failure once.
 *
 * @param limits the largest timestamp that is read
 * @param budget the largest header that is written, name and value together, in bytes
 */
record SafePropagator(WireLimits limits, int budget, RuntimeMetrics metrics, OnceLog log) implements Propagator {
    @Override
    public Optional<VectorTimestamp> extract(CarrierGetter getter) {
        try {
            Optional<VectorTimestamp> timestamp = getter.get(limits);
            if (timestamp.isEmpty() || timestamp.get().size() == 0) {
                return Optional.empty();
            }
            metrics.extracted(timestamp.get().size());
            return timestamp;
        } catch (MalformedCausalityException e) {
            reject(Rejection.of(e), e);
        } catch (RuntimeException e) {
            reject(Rejection.UNREADABLE, e);
        }
        return Optional.empty();
    }

    @Override
    public Optional<VectorTimestamp> extractAll(Collection<? extends CarrierGetter> batch) {
        List<VectorTimestamp> timestamps = new ArrayList<>(batch.size());
        for (CarrierGetter getter : batch) {
            extract(getter).ifPresent(timestamps::add);
        }
        return timestamps.isEmpty() ? Optional.empty() : Optional.of(VectorTimestamp.mergeAll(timestamps));
    }

    private void reject(Rejection reason, RuntimeException e) {
        metrics.rejected(reason);
        log.debugOnce("rejected " + reason, "an inbound timestamp is rejected and treated as absent", e);
    }

    @Override
    public boolean inject(VectorTimestamp timestamp, CarrierSetter setter) {
        try {
            if (setter.set(timestamp, budget)) {
                metrics.injected(timestamp.size());
                return true;
            }
            metrics.overBudget();
            log.debugOnce(
                    "budget",
                    "a timestamp of " + timestamp.size() + " entries is over the header budget and left out",
                    null);
        } catch (RuntimeException e) {
            metrics.failed();
            log.debugOnce("setter", "a carrier refuses a timestamp", e);
        }
        return false;
    }
}
