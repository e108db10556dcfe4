// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.servlet;

import dev.likeaclockwork.runtime.ActivityScope;
import dev.likeaclockwork.runtime.Clockwork;
import dev.likeaclockwork.runtime.integration.Inbound;
import dev.likeaclockwork.runtime.integration.InboundHandler;
import dev.likeaclockwork.runtime.propagation.CarrierGetter;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;

/**
 * A servlet filter that starts an activity for each request, records the receipt of the request and the sending of its
 * response, and reads and writes the header {@code X-Causality-Vector}.
 *
 * <p>Register it before all other filters, with support for asynchronous requests, for the dispatcher types
 * {@code REQUEST} and {@code ASYNC}. The response header is written when the handler returns. If the response is
 * committed earlier, the header holds what the activity knew when the handler asked for the stream or writer.
 * Thread-safe.
 */
public final class ClockworkServletFilter implements Filter {
    private static final String INBOUND = ClockworkServletFilter.class.getName();

    private final InboundHandler handler;

    private ClockworkServletFilter(InboundHandler handler) {
        this.handler = handler;
    }

    /** Creates a filter with the edge policy of {@code clockwork}. */
    public static ClockworkServletFilter create(Clockwork clockwork) {
        return create(InboundHandler.httpServer(clockwork));
    }

    /**
     * Creates a filter with an edge policy of its own, such as {@code InboundHandler.httpServer(clockwork,
     * EdgePolicy.DROP)}.
     */
    public static ClockworkServletFilter create(InboundHandler handler) {
        return new ClockworkServletFilter(Objects.requireNonNull(handler, "handler"));
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!(request instanceof HttpServletRequest web) || !(response instanceof HttpServletResponse reply)) {
            chain.doFilter(request, response);
        } else if (request.getAttribute(INBOUND) instanceof Inbound inbound) {
            handle(inbound, web, new CausalityResponse(reply, inbound), chain);
        } else {
            Inbound inbound = receive(web);
            request.setAttribute(INBOUND, inbound);
            CausalityResponse wrapped = new CausalityResponse(reply, inbound);
            handle(inbound, new AsyncCausalityRequest(web, wrapped, inbound), wrapped, chain);
        }
    }

    private Inbound receive(HttpServletRequest request) {
        return handler.receive(
                request.getMethod() + " " + request.getRequestURI(),
                CarrierGetter.repeatedText(name -> request.getHeaders(name).asIterator()));
    }

    private static void handle(
            Inbound inbound, HttpServletRequest request, CausalityResponse response, FilterChain chain)
            throws IOException, ServletException {
        ActivityScope scope = inbound.makeCurrent();
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException | Error e) {
            inbound.fail(e);
            throw e;
        } finally {
            scope.close();
            if (!request.isAsyncStarted()) {
                response.reply();
            }
        }
    }
}
