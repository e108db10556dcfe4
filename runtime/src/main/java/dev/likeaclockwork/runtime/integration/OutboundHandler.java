// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime.integration;

import dev.likeaclockwork.runtime.Activity;
import dev.likeaclockwork.runtime.Clockwork;
import dev.likeaclockwork.runtime.propagation.CarrierSetter;
import dev.likeaclockwork.runtime.propagation.Propagator;
import java.util.Objects;

/**
 * The handler of the requests or messages that a client or producer sends, for any framework.
 *
 * <pre>{@code
 * Outbound outbound = handler.send("GET inventory", CarrierSetter.text(request::setHeader)); // 1
 * try {
 *     Response response = call(request);
 *     outbound.receive(CarrierGetter.text(response::header));                                // 2
 *     return response;
 * } catch (Throwable e) {
 *     outbound.fail(e);                                                                      // 3
 *     throw e;
 * }
 * }</pre>
 *
 * <ol>
 *   <li>Records the sending, and writes its timestamp to the carrier.
 *   <li>Records the receipt of the answer, and merges its timestamp.
 *   <li>Records that there is no answer.
 * </ol>
 *
 * <p>A message that has no answer, or whose acknowledgement carries no timestamp, needs only the first step. A call
 * that does not block its caller belongs to a {@linkplain Activity#fork fork}, whose future is
 * {@linkplain Activity#carry carried}.
 *
 * <p>Throws nothing but {@link NullPointerException} for a null argument, whatever carriers contain or throw.
 * Thread-safe.
 */
public final class OutboundHandler {
    private final Clockwork clockwork;
    private final EventTypes types;

    private OutboundHandler(Clockwork clockwork, EventTypes types) {
        this.clockwork = Objects.requireNonNull(clockwork, "clockwork");
        this.types = types;
    }

    /** Handles the requests of a web client. */
    public static OutboundHandler httpClient(Clockwork clockwork) {
        return new OutboundHandler(clockwork, EventTypes.HTTP_CLIENT);
    }

    /** Handles the calls of an RPC client. */
    public static OutboundHandler rpcClient(Clockwork clockwork) {
        return new OutboundHandler(clockwork, EventTypes.RPC_CLIENT);
    }

    /** Handles the messages that a producer sends to a broker. */
    public static OutboundHandler producer(Clockwork clockwork) {
        return new OutboundHandler(clockwork, EventTypes.PRODUCER);
    }

    /**
     * Records the sending of a request or message by the current activity, or by a new one, and writes its timestamp to
     * the carrier.
     *
     * @param operation the requested operation, such as {@code GET inventory}, without private data; or the destination
     *     of a message
     */
    public Outbound send(String operation, CarrierSetter setter) {
        return send(clockwork.currentOrNewActivity(), operation, setter);
    }

    /** Records the sending of a request or message by {@code activity}, and writes its timestamp to the carrier. */
    public Outbound send(Activity activity, String operation, CarrierSetter setter) {
        Objects.requireNonNull(operation, "operation");
        Outbound outbound = new Outbound(activity, this, operation);
        outbound.resend(setter);
        return outbound;
    }

    EventTypes types() {
        return types;
    }

    Propagator propagator() {
        return clockwork.propagator();
    }

    void safely(Runnable action) {
        clockwork.safely(action);
    }
}
