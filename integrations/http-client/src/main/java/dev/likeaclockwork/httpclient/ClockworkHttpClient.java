// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.httpclient;

import dev.likeaclockwork.TextTransport;
import dev.likeaclockwork.runtime.Activity;
import dev.likeaclockwork.runtime.Clockwork;
import dev.likeaclockwork.runtime.integration.Outbound;
import dev.likeaclockwork.runtime.integration.OutboundHandler;
import dev.likeaclockwork.runtime.propagation.CarrierGetter;
import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP client that records the sending of each request and the receipt of its response, and writes and reads the
 * header {@code X-Causality-Vector}.
 *
 * <p>{@link #send} belongs to the current activity, or to a new one. {@link #sendAsync} runs in a fork of it; taking
 * the value of the future joins the fork. Redirects and retries within the JDK's client send the header of the first
 * attempt. Everything else, web sockets included, delegates to the wrapped client, which the caller closes.
 * Thread-safe.
 */
public final class ClockworkHttpClient extends HttpClient {
    private static final int JDK = Runtime.version().feature();

    private final HttpClient client;
    private final Clockwork clockwork;
    private final OutboundHandler handler;

    private ClockworkHttpClient(Clockwork clockwork, HttpClient client) {
        this.client = client;
        this.clockwork = clockwork;
        this.handler = OutboundHandler.httpClient(clockwork);
    }

    /**
     * Creates a client that records its calls in {@code clockwork} and sends them through {@code client}.
     *
     * @param clockwork the runtime of the service
     * @param client the client that sends the requests
     */
    public static HttpClient create(Clockwork clockwork, HttpClient client) {
        return new ClockworkHttpClient(
                Objects.requireNonNull(clockwork, "clockwork"), Objects.requireNonNull(client, "client"));
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> body) throws IOException, InterruptedException {
        CausalityRequest outgoing = new CausalityRequest(request);
        Outbound outbound = handler.send(CausalityRequest.operation(request), outgoing);
        try {
            HttpResponse<T> response = client.send(outgoing.forJdk(JDK), body);
            received(outbound, response);
            return response;
        } catch (IOException | InterruptedException | RuntimeException e) {
            outbound.fail(e);
            throw e;
        }
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, BodyHandler<T> body) {
        return inBranch(request, outgoing -> client.sendAsync(outgoing, body));
    }

    @Override
    public <T> CompletableFuture<HttpResponse<T>> sendAsync(
            HttpRequest request, BodyHandler<T> body, @Nullable PushPromiseHandler<T> pushes) {
        return inBranch(request, outgoing -> client.sendAsync(outgoing, body, pushes));
    }

    private <T> CompletableFuture<HttpResponse<T>> inBranch(
            HttpRequest request, Function<HttpRequest, CompletableFuture<HttpResponse<T>>> sending) {
        Activity branch = clockwork.currentOrNewActivity().fork();
        CausalityRequest outgoing = new CausalityRequest(request);
        Outbound outbound = handler.send(branch, CausalityRequest.operation(request), outgoing);
        CompletableFuture<HttpResponse<T>> response = sending.apply(outgoing.forJdk(JDK));
        return branch.carry(response.whenComplete((received, failure) -> {
            if (failure == null) {
                received(outbound, received);
            } else {
                outbound.fail(failure.getCause() == null ? failure : failure.getCause());
            }
        }));
    }

    /** Repeated header lines are rare, so that a single one takes the cheaper path. */
    private static void received(Outbound outbound, HttpResponse<?> response) {
        List<String> lines = response.headers().allValues(TextTransport.VECTOR_HEADER);
        CarrierGetter source = lines.size() == 1
                ? CarrierGetter.text(name -> lines.get(0))
                : CarrierGetter.repeatedText(name -> lines.iterator());
        outbound.receive(source, response.statusCode());
    }

    @Override
    public Optional<CookieHandler> cookieHandler() {
        return client.cookieHandler();
    }

    @Override
    public Optional<Duration> connectTimeout() {
        return client.connectTimeout();
    }

    @Override
    public Redirect followRedirects() {
        return client.followRedirects();
    }

    @Override
    public Optional<ProxySelector> proxy() {
        return client.proxy();
    }

    @Override
    public SSLContext sslContext() {
        return client.sslContext();
    }

    @Override
    public SSLParameters sslParameters() {
        return client.sslParameters();
    }

    @Override
    public Optional<Authenticator> authenticator() {
        return client.authenticator();
    }

    @Override
    public Version version() {
        return client.version();
    }

    @Override
    public Optional<Executor> executor() {
        return client.executor();
    }

    @Override
    public WebSocket.Builder newWebSocketBuilder() {
        return client.newWebSocketBuilder();
    }
}
