// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.springweb;

import dev.likeaclockwork.runtime.Clockwork;
import dev.likeaclockwork.runtime.integration.Outbound;
import dev.likeaclockwork.runtime.integration.OutboundHandler;
import java.io.IOException;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/**
 * An interceptor for {@code RestClient} and {@code RestTemplate} that records the sending of each request and the
 * receipt of its response, and carries the stamps of both.
 *
 * <p>A call belongs to the current activity. With Spring 7, an interceptor that stands before this one and sends a
 * request again sends it with a fresh stamp; Spring 6 leaves out all interceptors then, so that the stamp of the first
 * sending goes out again, as it does with an interceptor that stands behind this one. As with any interceptor, Spring
 * holds the body of a request in memory. Thread-safe.
 */
public final class ClockworkRestInterceptor implements ClientHttpRequestInterceptor {
    private final OutboundHandler handler;

    private ClockworkRestInterceptor(OutboundHandler handler) {
        this.handler = handler;
    }

    /** Creates an interceptor that records calls in {@code clockwork}. */
    public static ClockworkRestInterceptor create(Clockwork clockwork) {
        return new ClockworkRestInterceptor(OutboundHandler.httpClient(clockwork));
    }

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        Outbound outbound = handler.send(
                WebHeaders.operation(request.getMethod(), request.getURI()), WebHeaders.target(request.getHeaders()));
        ClientHttpResponse response;
        try {
            response = execution.execute(request, body);
        } catch (IOException | RuntimeException | Error e) {
            outbound.fail(e);
            throw e;
        }
        received(outbound, response);
        return response;
    }

    /** A status that cannot be read is a failure, which the caller meets when it reads it. */
    private static void received(Outbound outbound, ClientHttpResponse response) {
        try {
            String status = Integer.toString(response.getStatusCode().value());
            outbound.receive(WebHeaders.source(response.getHeaders()), status);
        } catch (IOException | RuntimeException e) {
            outbound.fail(e);
        }
    }
}
