// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.grpc;

import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.runtime.ActivityScope;
import dev.likeaclockwork.runtime.integration.Inbound;
import dev.likeaclockwork.runtime.propagation.CarrierSetter;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.Status;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A call that was received, and whose answer gets a stamp. */
final class RecordedServerCall<Q, P> extends SimpleForwardingServerCall<Q, P> {
    /** What OpenTelemetry's conventions for RPC call errors of the server. */
    private static final Set<Status.Code> FAILURES = Set.of(
            Status.Code.UNKNOWN,
            Status.Code.DEADLINE_EXCEEDED,
            Status.Code.UNIMPLEMENTED,
            Status.Code.INTERNAL,
            Status.Code.UNAVAILABLE,
            Status.Code.DATA_LOSS);

    private final Inbound inbound;

    /** What the headers told; null before they left, and for a stream. */
    private volatile @Nullable VectorTimestamp told;

    private volatile boolean closed;

    RecordedServerCall(ServerCall<Q, P> call, Inbound inbound) {
        super(call);
        this.inbound = inbound;
    }

    ServerCall.Listener<Q> start(Metadata headers, ServerCallHandler<Q, P> next) {
        return new Request(inActivity(() -> next.startCall(this, headers)));
    }

    @Override
    public void sendHeaders(Metadata headers) {
        CarrierSetter target = CallMetadata.target(headers);
        if (getMethodDescriptor().getType().serverSendsOneMessage()) {
            inbound.reply(target);
            told = inbound.activity().snapshot();
        } else {
            inbound.inject(target);
        }
        super.sendHeaders(headers);
    }

    @Override
    public void close(Status status, Metadata trailers) {
        closed = true;
        if (FAILURES.contains(status.getCode())) {
            fail(status);
        }
        CarrierSetter target = CallMetadata.target(trailers);
        inbound.reply(target, status.getCode().name());
        if (told != null && !inbound.activity().snapshot().equals(told)) {
            inbound.inject(target);
        }
        super.close(status, trailers);
    }

    private void fail(Status status) {
        if (status.getCause() == null) {
            inbound.fail("status " + status.getCode());
        } else {
            inbound.fail(status.getCause());
        }
    }

    /** gRPC answers by itself if a callback throws. */
    private <T> T inActivity(Supplier<T> callback) {
        ActivityScope scope = inbound.makeCurrent();
        try {
            return callback.get();
        } catch (Throwable e) {
            inbound.fail(e);
            inbound.reply(CarrierSetter.none());
            throw e;
        } finally {
            scope.close();
        }
    }

    /** What the client sends. */
    private final class Request extends SimpleForwardingServerCallListener<Q> {
        Request(ServerCall.Listener<Q> listener) {
            super(listener);
        }

        @Override
        public void onMessage(Q message) {
            run(() -> super.onMessage(message));
        }

        @Override
        public void onHalfClose() {
            run(super::onHalfClose);
        }

        @Override
        public void onCancel() {
            if (!closed) {
                inbound.fail("status " + Status.Code.CANCELLED);
            }
            run(super::onCancel);
        }

        @Override
        public void onComplete() {
            run(super::onComplete);
        }

        @Override
        public void onReady() {
            run(super::onReady);
        }

        private void run(Runnable callback) {
            inActivity(() -> {
                callback.run();
                return this;
            });
        }
    }
}
