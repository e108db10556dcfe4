// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime;

import dev.likeaclockwork.VectorTimestamp;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request or message that was sent, and may be answered. Throws nothing. Thread-safe; see {@link OutboundHandler}.
 */
public final class Outbound {
    private final Activity activity;
    private final Vocabulary types;
    private final String operation;

    /** The last sending; null if none could be recorded. */
    private volatile @Nullable VectorTimestamp sent;

    Outbound(Activity activity, Vocabulary types, String operation) {
        this.activity = activity;
        this.types = types;
        this.operation = operation;
    }

    /** The activity that sent it. */
    public Activity activity() {
        return activity;
    }

    /** Records another sending, as of a retry, and puts its stamp in the place of the last one. */
    public void resend(StampTarget target) {
        Objects.requireNonNull(target, "target");
        Clockwork clockwork = activity.clockwork();
        clockwork.safely(() -> {
            var stamp = activity.record(types.first(), Map.of("operation", operation));
            sent = stamp;
            clockwork.stamps().write(stamp, target);
        });
    }

    /**
     * The same exchange in a {@linkplain Activity#fork fork} that knows what the activity knew when it sent: for what
     * comes back while the activity goes on, such as a broker's refusal. Whoever learns of it {@linkplain Activity#join
     * joins} the fork.
     */
    public Outbound fork() {
        VectorTimestamp moment = sent;
        return new Outbound(moment == null ? activity.fork() : activity.forkAt(moment), types, operation);
    }

    /** Records the receipt of an answer, of which there may be several. */
    public void receive(StampSource source) {
        receive(source, "");
    }

    /**
     * Records the receipt of an answer, of which there may be several.
     *
     * @param outcome such as a status code; empty if there is nothing to say
     */
    public void receive(StampSource source, String outcome) {
        receive(source, Outcome.of(outcome));
    }

    /** Records the receipt of an HTTP response. */
    public void receive(StampSource source, int status) {
        receive(source, Outcome.of(status));
    }

    private void receive(StampSource source, Map<String, Object> outcome) {
        Objects.requireNonNull(source, "source");
        Clockwork clockwork = activity.clockwork();
        clockwork.safely(() ->
                activity.receive(types.second(), outcome, clockwork.stamps().find(source)));
    }

    /** Records that there will be no answer. What the failure says, which may be private, is not recorded. */
    public void fail(Throwable failure) {
        fail(failure.getClass().getName());
    }

    /**
     * Records that there will be no answer.
     *
     * @param error such as the code of a status, without what is private
     */
    public void fail(String error) {
        Objects.requireNonNull(error, "error");
        activity.clockwork()
                .safely(() ->
                        activity.event(types.failed()).with("error", error).record());
    }
}
