// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.servlet;

import dev.likeaclockwork.runtime.integration.Inbound;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/** A request whose asynchronous handling keeps its activity. */
final class AsyncRequest extends HttpServletRequestWrapper {
    private final StampedResponse response;
    private final Inbound inbound;

    AsyncRequest(HttpServletRequest request, StampedResponse response, Inbound inbound) {
        super(request);
        this.response = response;
        this.inbound = inbound;
    }

    /** As the container does, with the request and response that the handler has. */
    @Override
    public AsyncContext startAsync() {
        return startAsync(this, response);
    }

    @Override
    public AsyncContext startAsync(ServletRequest request, ServletResponse reply) {
        return tracked(super.startAsync(request, reply));
    }

    @Override
    public AsyncContext getAsyncContext() {
        return new TrackedAsync(super.getAsyncContext(), response, inbound);
    }

    private AsyncContext tracked(AsyncContext context) {
        TrackedAsync tracked = new TrackedAsync(context, response, inbound);
        context.addListener(tracked);
        return tracked;
    }
}
