// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime.integration;

import dev.likeaclockwork.runtime.Activity;
import dev.likeaclockwork.runtime.ActivityScope;
import dev.likeaclockwork.runtime.propagation.CarrierSetter;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Map;
import java.util.Objects;

/**
 * A received request or message while it is handled. Throws nothing but {@link NullPointerException} for a null
 * argument. Thread-safe; see {@link InboundHandler}.
 */
public final class Inbound {
    private static final int FIRST_SERVER_ERROR = 500;

    /** Bits of {@link #done}: each step happens once. */
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

    /** The steps that have happened, as bits. */
    private volatile int done;

    Inbound(Activity activity, InboundHandler handler) {
        this.activity = activity;
        this.handler = handler;
    }

    /** The activity that handles the request. */
    public Activity activity() {
        return activity;
    }

    /** Makes the activity current in this thread; to be called in each thread that handles the request. */
    public ActivityScope makeCurrent() {
        return activity.makeCurrent();
    }

    /**
     * Writes the activity's current knowledge to the reply and records nothing, for a reply whose headers leave before
     * the handler is done. {@link #reply} replaces the timestamp where the headers can still change.
     */
    public void inject(CarrierSetter setter) {
        handler.inject(activity.snapshot(), setter);
    }

    /**
     * Records, once, that handling failed; the reply follows. Records the class of the failure and not its message,
     * which may contain private data.
     */
    public void fail(Throwable failure) {
        fail(failure.getClass().getName());
    }

    /**
     * Records, once, that handling failed; the reply follows.
     *
     * @param error the reason, such as the code of a status, without private data
     */
    public void fail(String error) {
        Objects.requireNonNull(error, "error");
        if (isFirst(FAILED)) {
            handler.safely(() -> activity.record(handler.types().failed(), Map.of("error", error)));
        }
    }

    /** Records, once, the sending of the reply, and writes its timestamp to the carrier. */
    public void reply(CarrierSetter setter) {
        reply(setter, "");
    }

    /**
     * Records, once, the sending of the reply, and writes its timestamp to the carrier.
     *
     * @param outcome the outcome, such as a status code; empty if there is none
     */
    public void reply(CarrierSetter setter, String outcome) {
        reply(setter, Outcome.of(outcome));
    }

    /**
     * Records, once, the sending of an HTTP response, and writes its timestamp to the carrier. A status of 500 or above
     * also records a failure.
     */
    public void reply(CarrierSetter setter, int status) {
        if (status >= FIRST_SERVER_ERROR && (done & REPLIED) == 0) {
            fail("status " + status);
        }
        reply(setter, Outcome.of(status));
    }

    private void reply(CarrierSetter setter, Map<String, Object> outcome) {
        Objects.requireNonNull(setter, "setter");
        if (isFirst(REPLIED)) {
            handler.safely(() -> handler.inject(activity.record(handler.types().ended(), outcome), setter));
        }
    }

    private boolean isFirst(int step) {
        return ((int) DONE.getAndBitwiseOr(this, step) & step) == 0;
    }
}
