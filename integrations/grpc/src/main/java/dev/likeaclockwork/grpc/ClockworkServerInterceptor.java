// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.grpc;

import dev.likeaclockwork.runtime.Clockwork;
import dev.likeaclockwork.runtime.integration.Inbound;
import dev.likeaclockwork.runtime.integration.InboundHandler;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import java.util.Objects;

/**
 * A server interceptor that starts an activity for each call, records the receipt of the call and the sending of its
 * response, and reads and writes the metadata key {@code causality-vc-bin}.
 *
 * <pre>{@code
 * Server server = ServerBuilder.forPort(port)
 *         .addService(service)
 *         .intercept(ClockworkServerInterceptor.create(clockwork))
 *         .build();
 * }</pre>
 *
 * <p>The activity is current in all callbacks of the call and nowhere else; other threads of a handler enter it through
 * {@link dev.likeaclockwork.runtime.Activity#run} or a wrapped executor. Messages of a stream cannot carry metadata and
 * are not recorded. A response of one message is recorded when its headers are sent. A response stream is recorded when
 * it ends; its headers carry what the activity knew when the stream began. Thread-safe.
 */
public final class ClockworkServerInterceptor implements ServerInterceptor {
    private final InboundHandler handler;

    private ClockworkServerInterceptor(InboundHandler handler) {
        this.handler = handler;
    }

    /** Creates an interceptor with the edge policy of {@code clockwork}. */
    public static ClockworkServerInterceptor create(Clockwork clockwork) {
        return create(InboundHandler.rpcServer(clockwork));
    }

    /**
     * Creates an interceptor with an edge policy of its own, such as {@code InboundHandler.rpcServer(clockwork,
     * EdgePolicy.DROP)}.
     */
    public static ClockworkServerInterceptor create(InboundHandler handler) {
        return new ClockworkServerInterceptor(Objects.requireNonNull(handler, "handler"));
    }

    @Override
    public <Q, P> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, P> call, Metadata headers, ServerCallHandler<Q, P> next) {
        Inbound inbound = handler.receive(call.getMethodDescriptor().getFullMethodName(), CallMetadata.getter(headers));
        return new RecordedServerCall<>(call, inbound).start(headers, next);
    }
}
