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

/** A received call that records its response and writes the vector to its headers or trailers. */
final class RecordedServerCall<Q, P> extends SimpleForwardingServerCall<Q, P> {
    /** The status codes that OpenTelemetry's semantic conventions for gRPC count as errors of the server. */
    private static final Set<Status.Code> FAILURES = Set.of(
            Status.Code.UNKNOWN,
            Status.Code.DEADLINE_EXCEEDED,
            Status.Code.UNIMPLEMENTED,
            Status.Code.INTERNAL,
            Status.Code.UNAVAILABLE,
            Status.Code.DATA_LOSS);

    private final Inbound inbound;

    /** The vector in the headers of a single response; null before they are sent, and for a response stream. */
    private volatile @Nullable VectorTimestamp sentVector;

    private volatile boolean closed;

    RecordedServerCall(ServerCall<Q, P> call, Inbound inbound) {
        super(call);
        this.inbound = inbound;
    }

    ServerCall.Listener<Q> start(Metadata headers, ServerCallHandler<Q, P> next) {
        return new RequestListener(inActivity(() -> next.startCall(this, headers)));
    }

    @Override
    public void sendHeaders(Metadata headers) {
        CarrierSetter setter = CallMetadata.setter(headers);
        if (getMethodDescriptor().getType().serverSendsOneMessage()) {
            inbound.reply((vector, budget) -> {
                sentVector = vector;
                return setter.set(vector, budget);
            });
        } else {
            inbound.inject(setter);
        }
        super.sendHeaders(headers);
    }

    @Override
    public void close(Status status, Metadata trailers) {
        closed = true;
        if (FAILURES.contains(status.getCode())) {
            fail(status);
        }
        CarrierSetter setter = CallMetadata.setter(trailers);
        inbound.reply(setter, status.getCode().name());
        if (sentVector != null && !inbound.activity().snapshot().equals(sentVector)) {
            inbound.inject(setter);
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

    /** Runs a callback in the activity. If it throws, gRPC closes the call itself, without calling {@link #close}. */
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

    /** Runs the callbacks for what the client sends. */
    private final class RequestListener extends SimpleForwardingServerCallListener<Q> {
        RequestListener(ServerCall.Listener<Q> listener) {
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
