// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.grpc;

import dev.likeaclockwork.runtime.Activity;
import dev.likeaclockwork.runtime.Clockwork;
import dev.likeaclockwork.runtime.testkit.Endpoint;
import dev.likeaclockwork.runtime.testkit.Reply;
import dev.likeaclockwork.runtime.testkit.ServerFixture;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Server;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** The server fixture of the contract, with methods of any name, and a client without the integration. */
final class UnaryServer implements ServerFixture.RunningServer {
    private final Clockwork clockwork;
    private final Endpoint endpoint;
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private final ExecutorService others = Executors.newFixedThreadPool(2);
    private final Server server;
    private final ManagedChannel channel;

    UnaryServer(Transport transport, Clockwork clockwork, Endpoint endpoint, Runnable outside) throws IOException {
        this.clockwork = clockwork;
        this.endpoint = endpoint;
        this.server = transport
                .server()
                .executor(task -> threads.execute(() -> runBetween(outside, task)))
                .intercept(ClockworkServerInterceptor.create(clockwork))
                .fallbackHandlerRegistry(Calls.anyMethod(MethodType.UNARY, ServerCalls.asyncUnaryCall(this::handle)))
                .build()
                .start();
        this.channel = transport.channel(transport.port(server)).build();
    }

    private static void runBetween(Runnable outside, Runnable task) {
        outside.run();
        try {
            task.run();
        } finally {
            outside.run();
        }
    }

    private void handle(String path, StreamObserver<String> answer) {
        if (path.startsWith("/async")) {
            Activity activity = clockwork.current().orElseThrow();
            others.execute(() -> activity.run(() -> answerLater(path, answer)));
        } else {
            answer(path, answer);
        }
    }

    private void answerLater(String path, StreamObserver<String> answer) {
        try {
            answer(path, answer);
        } catch (IllegalStateException e) {
            answer.onError(e);
        }
    }

    private void answer(String path, StreamObserver<String> answer) {
        try {
            answer.onNext(endpoint.handle(path));
            answer.onCompleted();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Reply call(String path, List<byte[]> stamps) {
        AtomicReference<Metadata> headers = new AtomicReference<>();
        AtomicReference<Metadata> trailers = new AtomicReference<>();
        Channel raw = ClientInterceptors.intercept(
                channel,
                MetadataUtils.newCaptureMetadataInterceptor(headers, trailers),
                MetadataUtils.newAttachHeadersInterceptor(Calls.metadata(stamps)));
        try {
            String body =
                    ClientCalls.blockingUnaryCall(raw, Calls.method(MethodType.UNARY, path), CallOptions.DEFAULT, path);
            return new Reply(true, body, Calls.vectors(headers.get(), trailers.get()));
        } catch (StatusRuntimeException e) {
            return Calls.failure(Calls.vectors(headers.get(), trailers.get()));
        }
    }

    @Override
    public void close() {
        channel.shutdownNow();
        server.shutdownNow();
        try {
            server.awaitTermination(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.shutdown();
        others.shutdown();
    }
}
