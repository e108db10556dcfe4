// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime.integration;

import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.runtime.Activity;
import dev.likeaclockwork.runtime.propagation.CarrierGetter;
import dev.likeaclockwork.runtime.propagation.CarrierSetter;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A sent request or message that may be answered. Throws nothing but {@link NullPointerException} for a null argument.
 * Thread-safe; see {@link OutboundHandler}.
 */
public final class Outbound {
    private final Activity activity;
    private final OutboundHandler handler;
    private final String operation;

    /** The timestamp of the last sending; null if no sending could be recorded. */
    private volatile @Nullable VectorTimestamp sent;

    Outbound(Activity activity, OutboundHandler handler, String operation) {
        this.activity = activity;
        this.handler = handler;
        this.operation = operation;
    }

    /** The activity that sent the request or message. */
    public Activity activity() {
        return activity;
    }

    /** Records another sending, such as a retry, and replaces the timestamp on the carrier. */
    public void resend(CarrierSetter setter) {
        Objects.requireNonNull(setter, "setter");
        handler.safely(() -> {
            VectorTimestamp timestamp = activity.record(handler.types().started(), Map.of("operation", operation));
            sent = timestamp;
            handler.propagator().inject(timestamp, setter);
        });
    }

    /**
     * Returns the same exchange in a {@linkplain Activity#fork fork} of the activity at the moment of sending, for an
     * answer that arrives while the activity goes on, such as a broker's refusal. A caller that sees the answer
     * {@linkplain Activity#join joins} the fork.
     */
    public Outbound fork() {
        VectorTimestamp moment = sent;
        return new Outbound(moment == null ? activity.fork() : activity.fork(moment), handler, operation);
    }

    /** Records the receipt of an answer, and merges its timestamp. May be called for several answers. */
    public void receive(CarrierGetter getter) {
        receive(getter, "");
    }

    /**
     * Records the receipt of an answer, and merges its timestamp. May be called for several answers.
     *
     * @param outcome the outcome, such as a status code; empty if there is none
     */
    public void receive(CarrierGetter getter, String outcome) {
        receive(getter, Outcome.of(outcome));
    }

    /** Records the receipt of an HTTP response, and merges its timestamp. */
    public void receive(CarrierGetter getter, int status) {
        receive(getter, Outcome.of(status));
    }

    private void receive(CarrierGetter getter, Map<String, Object> outcome) {
        Objects.requireNonNull(getter, "getter");
        handler.safely(() -> {
            VectorTimestamp answer = handler.propagator().extract(getter).orElse(null);
            if (answer == null) {
                activity.record(handler.types().ended(), outcome);
            } else {
                activity.receive(handler.types().ended(), outcome, answer);
            }
        });
    }

    /**
     * Records that there will be no answer. Records the class of the failure and not its message, which may contain
     * private data.
     */
    public void fail(Throwable failure) {
        fail(failure.getClass().getName());
    }

    /**
     * Records that there will be no answer.
     *
     * @param error the reason, such as the code of a status, without private data
     */
    public void fail(String error) {
        Objects.requireNonNull(error, "error");
        handler.safely(() -> activity.record(handler.types().failed(), Map.of("error", error)));
    }
}
