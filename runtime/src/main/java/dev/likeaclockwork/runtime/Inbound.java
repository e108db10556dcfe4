// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Map;
import java.util.Objects;

/**
 * A request or message that was received, and is being handled. Throws nothing. Thread-safe; see
 * {@link InboundHandler}.
 */
public final class Inbound {
    private static final int FIRST_SERVER_ERROR = 500;

    /** What happens once, as bits. */
    private static final int FAILED = 1;

    private static final int REPLIED = 2;
    private static final VarHandle DONE;

    static {
        try {
            DONE = MethodHandles.lookup().findVarHandle(Inbound.class, "done", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Activity activity;
    private final InboundHandler handler;

    /** What has happened. */
    private volatile int done;

    Inbound(Activity activity, InboundHandler handler) {
        this.activity = activity;
        this.handler = handler;
    }

    /** The activity that handles the request. */
    public Activity activity() {
        return activity;
    }

    /** Makes its activity the current one of this thread: around the handler, and around each thread of it. */
    public ActivityScope makeCurrent() {
        return activity.makeCurrent();
    }

    /**
     * Puts what the activity knows now on the reply, and records nothing: for a reply whose headers leave before the
     * handler is done. {@link #reply} replaces it where that is still possible.
     */
    public void stamp(StampTarget target) {
        if (handler.stampsReplies()) {
            activity.clockwork().stamps().write(activity.snapshot(), target);
        }
    }

    /**
     * Records that handling failed, once; the reply follows. What the failure says, which may be private, is not
     * recorded.
     */
    public void fail(Throwable failure) {
        fail(failure.getClass().getName());
    }

    /**
     * Records that handling failed, once; the reply follows.
     *
     * @param error such as the code of a status, without what is private
     */
    public void fail(String error) {
        Objects.requireNonNull(error, "error");
        if (isFirst(FAILED)) {
            activity.clockwork()
                    .safely(() -> activity.event(handler.types().failed())
                            .with("error", error)
                            .record());
        }
    }

    /** Records the sending of the reply, once, and puts the stamp on it. */
    public void reply(StampTarget target) {
        reply(target, "");
    }

    /**
     * Records the sending of the reply, once, and puts the stamp on it.
     *
     * @param outcome such as a status code; empty if there is nothing to say
     */
    public void reply(StampTarget target, String outcome) {
        reply(target, Outcome.of(outcome));
    }

    /**
     * Records the sending of an HTTP response, once, and puts the stamp on it. From status 500 on, handling has failed.
     */
    public void reply(StampTarget target, int status) {
        if (status >= FIRST_SERVER_ERROR && (done & REPLIED) == 0) {
            fail("status " + status);
        }
        reply(target, Outcome.of(status));
    }

    private void reply(StampTarget target, Map<String, Object> outcome) {
        Objects.requireNonNull(target, "target");
        if (isFirst(REPLIED)) {
            activity.clockwork().safely(() -> send(target, outcome));
        }
    }

    private void send(StampTarget target, Map<String, Object> outcome) {
        var stamp = activity.record(handler.types().second(), outcome);
        if (handler.stampsReplies()) {
            activity.clockwork().stamps().write(stamp, target);
        }
    }

    private boolean isFirst(int what) {
        return ((int) DONE.getAndBitwiseOr(this, what) & what) == 0;
    }
}
