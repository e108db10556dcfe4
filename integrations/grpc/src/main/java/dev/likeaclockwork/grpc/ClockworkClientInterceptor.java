// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.grpc;

import dev.likeaclockwork.runtime.Clockwork;
import dev.likeaclockwork.runtime.integration.Outbound;
import dev.likeaclockwork.runtime.integration.OutboundHandler;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;

/**
 * A client interceptor that records the start of each call and the receipt of its response, and writes and reads the
 * metadata key {@code causality-vc-bin}.
 *
 * <pre>{@code
 * Channel channel = ManagedChannelBuilder.forTarget(target)
 *         .intercept(ClockworkClientInterceptor.create(clockwork))
 *         .build();
 * }</pre>
 *
 * <p>A call belongs to the activity that is current where it starts, or to a new one; its callbacks run with that
 * activity current. Messages of a stream cannot carry metadata: only the start of the call, the headers of the response
 * and, if they carry a vector, its trailers are recorded. Retries within gRPC send the metadata of the first attempt.
 * Thread-safe.
 */
public final class ClockworkClientInterceptor implements ClientInterceptor {
    private final OutboundHandler handler;

    private ClockworkClientInterceptor(OutboundHandler handler) {
        this.handler = handler;
    }

    /** Creates an interceptor that records calls in {@code clockwork}. */
    public static ClockworkClientInterceptor create(Clockwork clockwork) {
        return new ClockworkClientInterceptor(OutboundHandler.rpcClient(clockwork));
    }

    @Override
    public <Q, P> ClientCall<Q, P> interceptCall(MethodDescriptor<Q, P> method, CallOptions options, Channel next) {
        return new RecordedClientCall<>(next.newCall(method, options), method.getFullMethodName(), handler);
    }

    /** A call that records its start. */
    private static final class RecordedClientCall<Q, P> extends SimpleForwardingClientCall<Q, P> {
        private final String operation;
        private final OutboundHandler handler;

        RecordedClientCall(ClientCall<Q, P> call, String operation, OutboundHandler handler) {
            super(call);
            this.operation = operation;
            this.handler = handler;
        }

        @Override
        public void start(Listener<P> listener, Metadata headers) {
            Outbound outbound = handler.send(operation, CallMetadata.setter(headers));
            try {
                super.start(new ResponseListener<>(listener, outbound), headers);
            } catch (RuntimeException e) {
                outbound.fail(e);
                throw e;
            }
        }
    }

    /** Records the response. gRPC never calls the methods of a listener concurrently. */
    private static final class ResponseListener<P> extends SimpleForwardingClientCallListener<P> {
        private final Outbound outbound;
        private boolean hasHeaders;

        ResponseListener(ClientCall.Listener<P> listener, Outbound outbound) {
            super(listener);
            this.outbound = outbound;
        }

        @Override
        public void onHeaders(Metadata headers) {
            hasHeaders = true;
            outbound.receive(CallMetadata.getter(headers));
            inActivity(() -> super.onHeaders(headers));
        }

        @Override
        public void onMessage(P message) {
            inActivity(() -> super.onMessage(message));
        }

        @Override
        public void onReady() {
            inActivity(super::onReady);
        }

        @Override
        public void onClose(Status status, Metadata trailers) {
            if (CallMetadata.hasVector(trailers) || (status.isOk() && !hasHeaders)) {
                outbound.receive(CallMetadata.getter(trailers), status.getCode().name());
            } else if (!status.isOk()) {
                outbound.fail("status " + status.getCode());
            }
            inActivity(() -> super.onClose(status, trailers));
        }

        private void inActivity(Runnable callback) {
            outbound.activity().run(callback);
        }
    }
}
