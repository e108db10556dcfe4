// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.servlet;

import dev.likeaclockwork.runtime.integration.Inbound;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/** A request that keeps its activity during asynchronous handling. */
final class AsyncCausalityRequest extends HttpServletRequestWrapper {
    private final CausalityResponse response;
    private final Inbound inbound;

    AsyncCausalityRequest(HttpServletRequest request, CausalityResponse response, Inbound inbound) {
        super(request);
        this.response = response;
        this.inbound = inbound;
    }

    /** Starts with this request and the wrapped response, as the containers do with their own. */
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
        return new ActivityAsyncContext(super.getAsyncContext(), response, inbound);
    }

    private AsyncContext tracked(AsyncContext context) {
        ActivityAsyncContext tracked = new ActivityAsyncContext(context, response, inbound);
        context.addListener(tracked);
        return tracked;
    }
}
