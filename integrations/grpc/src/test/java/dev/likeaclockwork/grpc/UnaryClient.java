// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.grpc;

import dev.likeaclockwork.runtime.Clockwork;
import dev.likeaclockwork.runtime.testkit.ClientFixture;
import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/** The client fixture of the contract. */
final class UnaryClient implements ClientFixture.Client {
    private final ManagedChannel channel;

    UnaryClient(Transport transport, Clockwork clockwork, int port) {
        channel = transport
                .channel(port)
                .intercept(ClockworkClientInterceptor.create(clockwork))
                .build();
    }

    @Override
    public boolean call(String path) {
        try {
            ClientCalls.blockingUnaryCall(channel, Calls.method(MethodType.UNARY, path), CallOptions.DEFAULT, path);
            return true;
        } catch (StatusRuntimeException e) {
            if (e.getStatus().getCode() == Status.Code.UNAVAILABLE) {
                throw e;
            }
            return false;
        }
    }

    @Override
    public Future<Boolean> callAsync(String path) {
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        ClientCalls.asyncUnaryCall(
                channel.newCall(Calls.method(MethodType.UNARY, path), CallOptions.DEFAULT),
                path,
                new StreamObserver<String>() {
                    @Override
                    public void onNext(String body) {}

                    @Override
                    public void onError(Throwable failure) {
                        answer.completeExceptionally(failure);
                    }

                    @Override
                    public void onCompleted() {
                        answer.complete(true);
                    }
                });
        return answer;
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }
}
