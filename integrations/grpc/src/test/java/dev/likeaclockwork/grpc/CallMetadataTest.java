// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.likeaclockwork.runtime.Activity;
import dev.likeaclockwork.runtime.Clockwork;
import dev.likeaclockwork.runtime.testkit.CarrierCodec;
import dev.likeaclockwork.runtime.testkit.TestLog;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests metadata that a caller uses for several calls, as retries do. */
class CallMetadataTest {
    private final TestLog log = new TestLog();
    private final Clockwork clockwork = log.service("caller");
    private final Activity activity = clockwork.startActivity();

    @AfterEach
    void close() {
        log.close();
    }

    private static void call(Clockwork caller, Metadata metadata) {
        ClockworkClientInterceptor.create(caller)
                .interceptCall(Calls.method(MethodType.UNARY, "shop/Retried"), CallOptions.DEFAULT, new Nowhere())
                .start(new ClientCall.Listener<>() {}, metadata);
    }

    @Test
    void reusedMetadata_carriesOnlyTheVectorOfTheLastCall() {
        Metadata metadata = new Metadata();
        activity.run(() -> {
            call(clockwork, metadata);
            call(clockwork, metadata);
        });
        assertThat(Calls.vectors(metadata)).hasSize(1);
        assertThat(clockwork.propagator().extract(CarrierCodec.BINARY.getter(Calls.vectors(metadata))))
                .contains(activity.snapshot());
        assertThat(activity.snapshot().get(activity.node())).isEqualTo(2);
    }

    @Test
    void staleVector_isRemovedEvenIfTheNewOneExceedsTheBudget() {
        Metadata metadata = Calls.metadata(List.of(CarrierCodec.BINARY.encode(activity.tick("stale"))));
        call(log.start(log.configure("frugal").headerBudget(10)), metadata);
        assertThat(Calls.vectors(metadata)).isEmpty();
    }

    @Test
    void callThatCannotStart_fails() {
        Channel closed = new Nowhere() {
            @Override
            void start() {
                throw new IllegalStateException("thrown by the test");
            }
        };
        assertThatThrownBy(() -> ClockworkClientInterceptor.create(clockwork)
                        .interceptCall(Calls.method(MethodType.UNARY, "shop/Retried"), CallOptions.DEFAULT, closed)
                        .start(new ClientCall.Listener<>() {}, new Metadata()))
                .isInstanceOf(IllegalStateException.class);
        log.assertChain("rpc.request.sent", "rpc.call.failed");
    }

    /** A channel whose calls go nowhere. */
    private static class Nowhere extends Channel {
        void start() {}

        @Override
        public <Q, P> ClientCall<Q, P> newCall(MethodDescriptor<Q, P> method, CallOptions options) {
            return new ClientCall<>() {
                @Override
                public void start(Listener<P> listener, Metadata headers) {
                    Nowhere.this.start();
                }

                @Override
                public void request(int messages) {}

                @Override
                public void cancel(String message, Throwable cause) {}

                @Override
                public void halfClose() {}

                @Override
                public void sendMessage(Q message) {}
            };
        }

        @Override
        public String authority() {
            return "nowhere";
        }
    }
}
