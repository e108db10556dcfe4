// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.runtime.Activity;
import dev.likeaclockwork.runtime.Clockwork;
import dev.likeaclockwork.runtime.CurrentActivity;
import dev.likeaclockwork.runtime.testkit.CarrierCodec;
import dev.likeaclockwork.runtime.testkit.TestLog;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Server;
import io.grpc.ServerCallHandler;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.ServerCalls.UnaryMethod;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests streams and the ends of calls, with one thread for each side. */
class ClockworkGrpcTest {
    private static final String METHOD = "shop.Stock/Watch";

    private final TestLog log = new TestLog();
    private final Clockwork caller = log.service("caller");
    private final Clockwork stock = log.service("stock");
    private final Activity activity = caller.startActivity();
    private final ExecutorService serverThread = Executors.newSingleThreadExecutor();
    private final ExecutorService clientThread = Executors.newSingleThreadExecutor();
    private Server server;
    private ManagedChannel channel;

    @AfterEach
    void close() throws Exception {
        channel.shutdownNow().awaitTermination(30, TimeUnit.SECONDS);
        server.shutdownNow().awaitTermination(30, TimeUnit.SECONDS);
        for (ExecutorService thread : List.of(serverThread, clientThread)) {
            assertThat(thread.submit(CurrentActivity::get).get()).isEmpty();
            thread.shutdown();
        }
        assertThat(CurrentActivity.get()).isEmpty();
        log.close();
    }

    private void serve(MethodType type, ServerCallHandler<String, String> handler) throws Exception {
        server = Transport.NETTY
                .server()
                .executor(serverThread)
                .intercept(ClockworkServerInterceptor.create(stock))
                .fallbackHandlerRegistry(Calls.anyMethod(type, handler))
                .build()
                .start();
        channel = Transport.NETTY
                .channel(Transport.NETTY.port(server))
                .executor(clientThread)
                .intercept(ClockworkClientInterceptor.create(caller))
                .build();
    }

    private void serveUnary(UnaryMethod<String, String> handler) throws Exception {
        serve(MethodType.UNARY, ServerCalls.asyncUnaryCall(handler));
    }

    private ClientCall<String, String> call(MethodType type) {
        return channel.newCall(Calls.method(type, METHOD), CallOptions.DEFAULT);
    }

    private String callUnary() {
        return ClientCalls.blockingUnaryCall(
                channel, Calls.method(MethodType.UNARY, METHOD), CallOptions.DEFAULT, "request");
    }

    private static Status.Code codeOf(Throwable failure) {
        return Status.fromThrowable(failure).getCode();
    }

    @Test
    void responseStream_carriesTheVectorsOfItsStartAndItsEnd() throws Exception {
        serve(MethodType.SERVER_STREAMING, ServerCalls.asyncServerStreamingCall((request, answers) -> {
            stock.event("worked").record();
            answers.onNext("a");
            stock.event("worked.on").record();
            answers.onNext("b");
            answers.onCompleted();
        }));
        activity.run(() -> {
            Iterator<String> answers = ClientCalls.blockingServerStreamingCall(
                    channel, Calls.method(MethodType.SERVER_STREAMING, METHOD), CallOptions.DEFAULT, "request");
            assertThat(answers.next()).isEqualTo("a");
            activity.tick("got.first");
            assertThat(answers.next()).isEqualTo("b");
            assertThat(answers.hasNext()).isFalse();
            activity.tick("got.all");
        });
        log.assertChain("rpc.request.sent", "rpc.request.received", "worked", "got.first");
        log.assertChain("worked", "worked.on", "rpc.response.sent", "got.all");
        assertThat(log.types("caller"))
                .containsExactlyInAnyOrder(
                        "rpc.request.sent", "rpc.response.received", "got.first", "rpc.response.received", "got.all");
        assertThat(log.only("rpc.response.sent").fields()).containsEntry("outcome", "OK");
        assertThat(log.only("rpc.request.received").fields()).containsEntry("operation", METHOD);
    }

    @Test
    void streamHeaders_carryTheVectorOfItsStart() throws Exception {
        serve(MethodType.SERVER_STREAMING, ServerCalls.asyncServerStreamingCall((request, answers) -> {
            stock.event("worked").record();
            answers.onNext("a");
            stock.event("worked.on").record();
            answers.onCompleted();
        }));
        AtomicReference<Metadata> headers = new AtomicReference<>();
        AtomicReference<Metadata> trailers = new AtomicReference<>();
        Iterator<String> answers = ClientCalls.blockingServerStreamingCall(
                ClientInterceptors.intercept(channel, MetadataUtils.newCaptureMetadataInterceptor(headers, trailers)),
                Calls.method(MethodType.SERVER_STREAMING, METHOD),
                CallOptions.DEFAULT,
                "request");
        assertThat(answers).toIterable().containsExactly("a");
        assertThat(vectorOf(headers.get())).isEqualTo(log.only("worked").vector());
        assertThat(vectorOf(trailers.get()))
                .isEqualTo(log.only("rpc.response.sent").vector());
    }

    private VectorTimestamp vectorOf(Metadata metadata) {
        return caller.propagator()
                .extract(CarrierCodec.BINARY.getter(Calls.vectors(metadata)))
                .orElseThrow();
    }

    @Test
    void bidirectionalStreamCallbacks_runInTheActivity() throws Exception {
        serve(
                MethodType.BIDI_STREAMING,
                ServerCalls.asyncBidiStreamingCall(answers -> new Observer(answers::onNext, answers::onCompleted)));
        List<Activity> current = new ArrayList<>();
        CountDownLatch done = new CountDownLatch(1);
        activity.run(() -> {
            StreamObserver<String> requests = ClientCalls.asyncBidiStreamingCall(
                    call(MethodType.BIDI_STREAMING),
                    new Observer(answer -> current.add(caller.current().orElseThrow()), () -> {
                        current.add(caller.current().orElseThrow());
                        done.countDown();
                    }));
            requests.onNext("a");
            requests.onNext("b");
            requests.onCompleted();
        });
        assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(current).containsExactly(activity, activity, activity);
        log.assertChain("rpc.request.sent", "rpc.request.received", "rpc.response.sent");
    }

    @Test
    void requestStream_hasOneResponse() throws Exception {
        serve(
                MethodType.CLIENT_STREAMING,
                ServerCalls.asyncClientStreamingCall(answers ->
                        new Observer(request -> stock.event("got." + request).record(), () -> {
                            answers.onNext("answer");
                            answers.onCompleted();
                        })));
        CountDownLatch done = new CountDownLatch(1);
        activity.run(() -> {
            StreamObserver<String> requests = ClientCalls.asyncClientStreamingCall(
                    call(MethodType.CLIENT_STREAMING), new Observer(answer -> {}, done::countDown));
            requests.onNext("a");
            requests.onNext("b");
            requests.onCompleted();
        });
        assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
        log.assertChain(
                "rpc.request.sent",
                "rpc.request.received",
                "got.a",
                "got.b",
                "rpc.response.sent",
                "rpc.response.received");
    }

    @Test
    void cancellation_isRecordedOnBothSides() throws Exception {
        CountDownLatch cancelled = new CountDownLatch(1);
        serve(MethodType.SERVER_STREAMING, ServerCalls.asyncServerStreamingCall((request, answers) -> {
            ((ServerCallStreamObserver<String>) answers).setOnCancelHandler(cancelled::countDown);
            answers.onNext("a");
        }));
        CompletableFuture<Status> end = new CompletableFuture<>();
        ClientCall<String, String> call = call(MethodType.SERVER_STREAMING);
        ClientCalls.asyncServerStreamingCall(call, "request", new StreamObserver<String>() {
            @Override
            public void onNext(String answer) {
                call.cancel("cancelled by the test", null);
            }

            @Override
            public void onError(Throwable failure) {
                end.complete(Status.fromThrowable(failure));
            }

            @Override
            public void onCompleted() {
                end.complete(Status.OK);
            }
        });
        assertThat(end.get(30, TimeUnit.SECONDS).getCode()).isEqualTo(Status.Code.CANCELLED);
        assertThat(cancelled.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(log.only("rpc.call.failed").fields()).containsEntry("error", "status CANCELLED");
        assertThat(log.only("rpc.request.failed").fields()).containsEntry("error", "status CANCELLED");
        assertThat(log.types("stock")).doesNotContain("rpc.response.sent");
        log.graph();
    }

    @Test
    void exceededDeadline_failsTheCall() throws Exception {
        serveUnary((request, answer) -> stock.event("left.alone").record());
        assertThatThrownBy(() -> ClientCalls.blockingUnaryCall(
                        channel,
                        Calls.method(MethodType.UNARY, METHOD),
                        CallOptions.DEFAULT.withDeadlineAfter(200, TimeUnit.MILLISECONDS),
                        "request"))
                .isInstanceOf(StatusRuntimeException.class);
        log.assertChain("rpc.request.sent", "rpc.call.failed");
        assertThat(log.only("rpc.call.failed").fields()).containsEntry("error", "status DEADLINE_EXCEEDED");
    }

    @Test
    void statusCausedByTheClient_isAResponseAndNoFailure() throws Exception {
        serveUnary((request, answer) -> answer.onError(Status.NOT_FOUND.asRuntimeException()));
        assertThatThrownBy(this::callUnary).satisfies(e -> assertThat(codeOf(e)).isEqualTo(Status.Code.NOT_FOUND));
        log.assertChain("rpc.request.sent", "rpc.request.received", "rpc.response.sent", "rpc.response.received");
        assertThat(log.only("rpc.response.sent").fields()).containsEntry("outcome", "NOT_FOUND");
        assertThat(log.only("rpc.response.received").fields()).containsEntry("outcome", "NOT_FOUND");
        assertThat(log.types()).doesNotContain("rpc.request.failed", "rpc.call.failed");
    }

    @Test
    void statusCausedByTheServer_isAFailureWithItsCause() throws Exception {
        serveUnary((request, answer) -> answer.onError(new IllegalArgumentException("secret")));
        assertThatThrownBy(this::callUnary).satisfies(e -> assertThat(codeOf(e)).isEqualTo(Status.Code.UNKNOWN));
        log.assertChain("rpc.request.received", "rpc.request.failed", "rpc.response.sent", "rpc.response.received");
        assertThat(log.only("rpc.request.failed").fields())
                .containsEntry("error", IllegalArgumentException.class.getName());
        assertThat(log.events().toString()).doesNotContain("secret");
    }

    @Test
    void exceptionAtTheStartOfACall_isRecordedAndRethrown() throws Exception {
        serve(MethodType.UNARY, (call, headers) -> {
            throw new IllegalStateException("thrown by the test");
        });
        assertThatThrownBy(this::callUnary).satisfies(e -> assertThat(codeOf(e)).isEqualTo(Status.Code.UNKNOWN));
        log.assertChain("rpc.request.received", "rpc.request.failed", "rpc.response.sent");
    }

    @Test
    void eventAfterTheResponse_isInTheTrailers() throws Exception {
        serveUnary((request, answer) -> {
            answer.onNext("answer");
            stock.event("worked.on").record();
            answer.onCompleted();
        });
        activity.run(() -> {
            assertThat(callUnary()).isEqualTo("answer");
            activity.tick("got");
        });
        log.assertChain("rpc.response.sent", "worked.on", "got");
    }

    @Test
    void scopeLeftOpenByAHandler_endsWithItsCallback() throws Exception {
        serveUnary((request, answer) -> {
            stock.startActivity().makeCurrent();
            answer.onNext("answer");
            answer.onCompleted();
        });
        callUnary();
        callUnary();
        assertThat(serverThread.submit(CurrentActivity::get).get()).isEmpty();
        assertThat(log.metrics().of("scopeMisused")).isEqualTo(2);
        assertThat(log.graph()).isNotNull();
    }

    private record Observer(Consumer<String> next, Runnable completed) implements StreamObserver<String> {
        @Override
        public void onNext(String message) {
            next.accept(message);
        }

        @Override
        public void onError(Throwable failure) {
            throw new IllegalStateException(failure);
        }

        @Override
        public void onCompleted() {
            completed.run();
        }
    }
}
