// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime;

import java.util.Objects;

/**
 * What a client or producer does with causality, whatever the framework. An integration calls it so:
 *
 * <pre>{@code
 * Outbound outbound = handler.send("GET inventory", StampTarget.text(request::setHeader));
 * try {
 *     Response response = call(request);
 *     outbound.receive(StampSource.text(response::header));
 *     return response;
 * } catch (Throwable e) {
 *     outbound.fail(e);
 *     throw e;
 * }
 * }</pre>
 *
 * <p>A message that nobody answers, or that is acknowledged without a stamp, is sent and no more. A call that does not
 * make its caller wait belongs to a {@linkplain Activity#fork fork}, whose future is {@linkplain Activity#carry
 * carried}.
 *
 * <p>Throws nothing but {@link NullPointerException} for an argument that is null, whatever carriers hold or throw.
 * Thread-safe.
 */
public final class OutboundHandler {
    private final Clockwork clockwork;
    private final Vocabulary types;

    OutboundHandler(Clockwork clockwork, Vocabulary types) {
        this.clockwork = clockwork;
        this.types = types;
    }

    /**
     * Records the sending of a request or message by the current activity, or by a new one, and puts the stamp on it.
     *
     * @param operation what is asked for, such as {@code GET inventory}, without what is private; or the destination of
     *     a message
     */
    public Outbound send(String operation, StampTarget target) {
        return send(clockwork.currentOrStart(), operation, target);
    }

    /** Records the sending of a request or message by {@code activity}, and puts the stamp on it. */
    public Outbound send(Activity activity, String operation, StampTarget target) {
        Objects.requireNonNull(operation, "operation");
        Outbound outbound = new Outbound(activity, types, operation);
        outbound.resend(target);
        return outbound;
    }
}
