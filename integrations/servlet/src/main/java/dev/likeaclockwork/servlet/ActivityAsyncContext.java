// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.servlet;

import dev.likeaclockwork.runtime.integration.Inbound;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.util.concurrent.TimeoutException;

/**
 * An {@link AsyncContext} that runs tasks in the activity of the request, and records the response before it completes.
 */
final class ActivityAsyncContext implements AsyncContext, AsyncListener {
    private final AsyncContext context;
    private final CausalityResponse response;
    private final Inbound inbound;

    ActivityAsyncContext(AsyncContext context, CausalityResponse response, Inbound inbound) {
        this.context = context;
        this.response = response;
        this.inbound = inbound;
    }

    @Override
    public void start(Runnable run) {
        context.start(() -> inbound.activity().run(run));
    }

    @Override
    public void complete() {
        response.reply();
        context.complete();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        response.reply();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        inbound.fail(new TimeoutException());
    }

    @Override
    public void onError(AsyncEvent event) {
        inbound.fail(event.getThrowable() == null ? new ServletException() : event.getThrowable());
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        event.getAsyncContext().addListener(this);
    }

    @Override
    public ServletRequest getRequest() {
        return context.getRequest();
    }

    @Override
    public ServletResponse getResponse() {
        return context.getResponse();
    }

    @Override
    public boolean hasOriginalRequestAndResponse() {
        return context.hasOriginalRequestAndResponse();
    }

    @Override
    public void dispatch() {
        context.dispatch();
    }

    @Override
    public void dispatch(String path) {
        context.dispatch(path);
    }

    @Override
    public void dispatch(ServletContext servlets, String path) {
        context.dispatch(servlets, path);
    }

    @Override
    public void addListener(AsyncListener listener) {
        context.addListener(listener);
    }

    @Override
    public void addListener(AsyncListener listener, ServletRequest request, ServletResponse reply) {
        context.addListener(listener, request, reply);
    }

    @Override
    public <T extends AsyncListener> T createListener(Class<T> type) throws ServletException {
        return context.createListener(type);
    }

    @Override
    public void setTimeout(long millis) {
        context.setTimeout(millis);
    }

    @Override
    public long getTimeout() {
        return context.getTimeout();
    }
}
