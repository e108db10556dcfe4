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
 * receipt of its response, and writes and reads the header {@code X-Causality-Vector}.
 *
 * <p>A call belongs to the current activity, or to a new one. Where another interceptor retries a request, the header
 * of the retry depends on the order of the interceptors. If the retrying interceptor comes before this one, Spring 7
 * runs this one again, which writes a fresh header; Spring 6 skips it, and the header of the first attempt is sent
 * again. If it comes after this one, the header of the first attempt is always sent again. As with any interceptor,
 * Spring buffers request bodies in memory. Thread-safe.
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
                WebHeaders.operation(request.getMethod(), request.getURI()), WebHeaders.setter(request.getHeaders()));
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

    /** Records a status that cannot be read as a failure; the caller gets the exception when it reads the status. */
    private static void received(Outbound outbound, ClientHttpResponse response) {
        try {
            String status = Integer.toString(response.getStatusCode().value());
            outbound.receive(WebHeaders.getter(response.getHeaders()), status);
        } catch (IOException | RuntimeException e) {
            outbound.fail(e);
        }
    }
}
