// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeaclockwork.runtime.CurrentActivity;
import dev.likeaclockwork.runtime.metrics.RuntimeMetrics;
import dev.likeaclockwork.runtime.testkit.TestLog;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests orders of callbacks that happen only by chance with a real client. */
class RecordedServerCallTest {
    private final TestLog log = new TestLog();

    @AfterEach
    void close() {
        log.close();
    }

    private void cancelAfter(ServerCallHandler<String, String> handler) {
        ClockworkServerInterceptor.create(log.service("stock"))
                .interceptCall(new Call(), new Metadata(), handler)
                .onCancel();
    }

    @Test
    void cancellationBeforeTheResponse_isAFailure() {
        cancelAfter((call, headers) -> new ServerCall.Listener<>() {});
        log.assertChain("rpc.request.received", "rpc.request.failed");
        assertThat(log.types()).hasSize(2);
    }

    @Test
    void cancellationAfterTheResponse_isNoFailure() {
        cancelAfter((call, headers) -> {
            call.close(Status.OK, new Metadata());
            return new ServerCall.Listener<>() {};
        });
        log.assertChain("rpc.request.received", "rpc.response.sent");
        assertThat(log.types()).hasSize(2);
    }

    @Test
    void eventWhileTheHeadersAreSent_isInTheTrailers() {
        Metadata trailers = new Metadata();
        RuntimeMetrics recordsOnce = new RuntimeMetrics() {
            private boolean done;

            @Override
            public void injected(int entries) {
                if (!done) {
                    done = true;
                    CurrentActivity.get().orElseThrow().tick("parallel");
                }
            }
        };
        ClockworkServerInterceptor.create(log.start(log.configure("stock").metrics(recordsOnce)))
                .interceptCall(new Call(), new Metadata(), (call, headers) -> {
                    call.sendHeaders(new Metadata());
                    call.close(Status.OK, trailers);
                    return new ServerCall.Listener<>() {};
                });
        assertThat(Calls.vectors(trailers)).hasSize(1);
    }

    /** A call whose client has disconnected. */
    private static final class Call extends ServerCall<String, String> {
        @Override
        public void request(int messages) {}

        @Override
        public void sendHeaders(Metadata headers) {}

        @Override
        public void sendMessage(String message) {}

        @Override
        public void close(Status status, Metadata trailers) {}

        @Override
        public boolean isCancelled() {
            return true;
        }

        @Override
        public MethodDescriptor<String, String> getMethodDescriptor() {
            return Calls.method(MethodType.UNARY, "shop/Stock");
        }
    }
}
