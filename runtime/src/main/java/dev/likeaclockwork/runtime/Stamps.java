// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime;

import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.wire.MalformedCausalityException;
import dev.likeaclockwork.wire.WireLimits;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads stamps from carriers and puts them there, within the limits of a service, and never throws. What cannot be read
 * is counted, logged once at debug level, and absent; what is over the budget is counted and left out.
 *
 * <p>Records nothing and joins nothing, so that a propagator can be made of it. Thread-safe.
 */
public final class Stamps {
    private final WireLimits limits;
    private final int budget;
    private final RuntimeMetrics metrics;
    private final Complaints complaints;

    Stamps(WireLimits limits, int budget, RuntimeMetrics metrics, Complaints complaints) {
        this.limits = limits;
        this.budget = budget;
        this.metrics = metrics;
        this.complaints = complaints;
    }

    /** The stamp that a carrier has; empty if it has none, or one that cannot be used. */
    public Optional<VectorTimestamp> read(StampSource source) {
        return Optional.ofNullable(find(source));
    }

    @Nullable
    VectorTimestamp find(StampSource source) {
        try {
            VectorTimestamp stamp = source.read(limits).orElse(null);
            if (stamp == null || stamp.size() == 0) {
                return null;
            }
            metrics.extracted(stamp.size());
            return stamp;
        } catch (MalformedCausalityException e) {
            reject(Rejection.of(e), e);
        } catch (RuntimeException e) {
            reject(Rejection.UNREADABLE, e);
        }
        return null;
    }

    private void reject(Rejection reason, RuntimeException e) {
        metrics.rejected(reason);
        complaints.debugOnce("rejected " + reason, "a stamp from outside is treated as absent", e);
    }

    /** Puts a stamp on a carrier; whether it is there now. */
    public boolean write(VectorTimestamp stamp, StampTarget target) {
        try {
            if (target.write(stamp, budget)) {
                metrics.injected(stamp.size());
                return true;
            }
            metrics.overBudget();
            complaints.debugOnce(
                    "budget", "a stamp is over the budget and left out: " + stamp.size() + " entries", null);
        } catch (RuntimeException e) {
            metrics.failed();
            complaints.debugOnce("target", "a carrier does not take a stamp", e);
        }
        return false;
    }
}
