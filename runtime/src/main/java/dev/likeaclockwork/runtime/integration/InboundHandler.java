// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime.integration;

import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.runtime.Activity;
import dev.likeaclockwork.runtime.Clockwork;
import dev.likeaclockwork.runtime.EdgePolicy;
import dev.likeaclockwork.runtime.propagation.CarrierGetter;
import dev.likeaclockwork.runtime.propagation.CarrierSetter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The handler of the requests or messages that a server or consumer receives, for any framework.
 *
 * <pre>{@code
 * Inbound inbound = handler.receive("POST /orders", CarrierGetter.text(request::getHeader)); // 1
 * try (ActivityScope scope = inbound.makeCurrent()) {                                        // 2
 *     handleRequest();
 * } catch (Throwable e) {
 *     inbound.fail(e);                                                                       // 3
 *     throw e;
 * } finally {
 *     inbound.reply(CarrierSetter.text(response::setHeader));                                // 4
 * }
 * }</pre>
 *
 * <ol>
 *   <li>Starts an activity from the timestamp on the carrier, and records the receipt.
 *   <li>Makes the activity current while the request is handled.
 *   <li>Records a failure.
 *   <li>Records the reply, and writes its timestamp to the carrier.
 * </ol>
 *
 * <p>Throws nothing but {@link NullPointerException} for a null argument, whatever carriers contain or throw.
 * Thread-safe.
 */
public final class InboundHandler {
    private final Clockwork clockwork;
    private final EventTypes types;
    private final EdgePolicy edgePolicy;

    private InboundHandler(Clockwork clockwork, EventTypes types, EdgePolicy edgePolicy) {
        this.clockwork = Objects.requireNonNull(clockwork, "clockwork");
        this.types = types;
        this.edgePolicy = Objects.requireNonNull(edgePolicy, "edgePolicy");
    }

    /** Handles the requests of a web server. */
    public static InboundHandler httpServer(Clockwork clockwork) {
        return httpServer(clockwork, clockwork.edgePolicy());
    }

    /** Handles the requests of a web server with its own trust boundary. */
    public static InboundHandler httpServer(Clockwork clockwork, EdgePolicy edgePolicy) {
        return new InboundHandler(clockwork, EventTypes.HTTP_SERVER, edgePolicy);
    }

    /** Handles the calls of an RPC server. */
    public static InboundHandler rpcServer(Clockwork clockwork) {
        return rpcServer(clockwork, clockwork.edgePolicy());
    }

    /** Handles the calls of an RPC server with its own trust boundary. */
    public static InboundHandler rpcServer(Clockwork clockwork, EdgePolicy edgePolicy) {
        return new InboundHandler(clockwork, EventTypes.RPC_SERVER, edgePolicy);
    }

    /** Handles the messages that a consumer receives from a broker. */
    public static InboundHandler consumer(Clockwork clockwork) {
        return consumer(clockwork, clockwork.edgePolicy());
    }

    /** Handles the messages that a consumer receives from a broker, with its own trust boundary. */
    public static InboundHandler consumer(Clockwork clockwork, EdgePolicy edgePolicy) {
        return new InboundHandler(clockwork, EventTypes.CONSUMER, edgePolicy);
    }

    /**
     * Starts the activity of a request, and records its receipt as the first event.
     *
     * @param operation the requested operation, such as {@code POST /orders}, without private data; or the destination
     *     of a message
     */
    public Inbound receive(String operation, CarrierGetter getter) {
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(getter, "getter");
        VectorTimestamp past = reads() ? clockwork.propagator().extract(getter).orElse(null) : null;
        return receive(operation, 1, past);
    }

    /**
     * Starts the activity of a batch of messages, and records their receipt as one event that merges all their
     * timestamps.
     */
    public Inbound receive(String operation, Collection<? extends CarrierGetter> batch) {
        Objects.requireNonNull(operation, "operation");
        VectorTimestamp past =
                reads() ? clockwork.propagator().extractAll(batch).orElse(null) : null;
        return receive(operation, batch.size(), past);
    }

    private boolean reads() {
        return edgePolicy != EdgePolicy.DROP;
    }

    private Inbound receive(String operation, int messages, @Nullable VectorTimestamp past) {
        VectorTimestamp trusted = edgePolicy == EdgePolicy.TRUST ? past : null;
        VectorTimestamp untrusted = trusted == null ? past : null;
        Activity activity = trusted == null ? clockwork.startActivity() : clockwork.startActivity(trusted);
        clockwork.safely(() -> activity.record(types.started(), fields(operation, messages, untrusted)));
        return new Inbound(activity, this);
    }

    private static Map<String, Object> fields(String operation, int messages, @Nullable VectorTimestamp untrusted) {
        if (messages == 1 && untrusted == null) {
            return Map.of("operation", operation);
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("operation", operation);
        if (messages != 1) {
            fields.put("messages", messages);
        }
        if (untrusted != null) {
            fields.put("untrusted_vector", untrusted.toString());
        }
        return fields;
    }

    EventTypes types() {
        return types;
    }

    /** Writes a timestamp to a reply, if the edge policy lets the peer see it. */
    void inject(VectorTimestamp timestamp, CarrierSetter setter) {
        if (edgePolicy == EdgePolicy.TRUST) {
            clockwork.propagator().inject(timestamp, setter);
        }
    }

    void safely(Runnable action) {
        clockwork.safely(action);
    }
}
