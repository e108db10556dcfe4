// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime;

import java.util.Objects;

/** A request or message that was sent, and may be answered. Throws nothing. Thread-safe; see {@link OutboundHandler}. */
public final class Outbound {
    private final Activity activity;
    private final Vocabulary types;
    private final String operation;

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
            var stamp =
                    activity.event(types.first()).with("operation", operation).record();
            clockwork.stamps().write(stamp, target);
        });
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
        Objects.requireNonNull(source, "source");
        Clockwork clockwork = activity.clockwork();
        clockwork.safely(() -> {
            EventRecording event = activity.event(types.second());
            if (!outcome.isEmpty()) {
                event.with("outcome", outcome);
            }
            event.receive(clockwork.stamps().read(source).orElse(null));
        });
    }

    /** Records that there will be no answer. What the failure says, which may be private, is not recorded. */
    public void fail(Throwable failure) {
        Objects.requireNonNull(failure, "failure");
        activity.clockwork()
                .safely(() -> activity.event(types.failed())
                        .with("error", failure.getClass().getName())
                        .record());
    }
}
