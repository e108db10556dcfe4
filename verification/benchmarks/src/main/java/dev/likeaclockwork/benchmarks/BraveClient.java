// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.benchmarks;

import brave.Span;
import brave.http.HttpClientHandler;
import brave.http.HttpClientRequest;
import brave.http.HttpClientResponse;
import brave.http.HttpTracing;
import brave.propagation.CurrentTraceContext;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Brave around the JDK's client, for which it has no instrumentation of its own: as its handler is to be called. */
final class BraveClient {
    private final HttpClient client;
    private final HttpClientHandler<HttpClientRequest, HttpClientResponse> handler;
    private final CurrentTraceContext current;

    BraveClient(HttpClient client, HttpTracing tracing) {
        this.client = client;
        this.handler = HttpClientHandler.create(tracing);
        this.current = tracing.tracing().currentTraceContext();
    }

    HttpResponse<Void> send(HttpRequest request) throws IOException {
        Request traced = new Request(request);
        Span span = handler.handleSend(traced);
        CurrentTraceContext.Scope scope = current.newScope(span.context());
        try {
            HttpResponse<Void> response = client.send(traced.build(), BodyHandlers.discarding());
            handler.handleReceive(new Response(traced, response), span);
            return response;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            scope.close();
        }
    }

    private static final class Request extends HttpClientRequest {
        private final HttpRequest request;
        private final Map<String, String> headers = new LinkedHashMap<>();

        Request(HttpRequest request) {
            this.request = request;
        }

        HttpRequest build() {
            HttpRequest.Builder builder = HttpRequest.newBuilder(request, (name, value) -> !headers.containsKey(name));
            headers.forEach(builder::setHeader);
            return builder.build();
        }

        @Override
        public Object unwrap() {
            return request;
        }

        @Override
        public String method() {
            return request.method();
        }

        @Override
        public String path() {
            return request.uri().getPath();
        }

        @Override
        public String url() {
            return request.uri().toString();
        }

        @Override
        public @Nullable String header(String name) {
            return headers.get(name);
        }

        @Override
        public void header(String name, String value) {
            headers.put(name, value);
        }
    }

    private static final class Response extends HttpClientResponse {
        private final HttpClientRequest request;
        private final HttpResponse<?> response;

        Response(HttpClientRequest request, HttpResponse<?> response) {
            this.request = request;
            this.response = response;
        }

        @Override
        public HttpClientRequest request() {
            return request;
        }

        @Override
        public Object unwrap() {
            return response;
        }

        @Override
        public int statusCode() {
            return response.statusCode();
        }
    }
}
