// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.servlet;

import dev.likeaclockwork.TextTransport;
import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.runtime.integration.Inbound;
import dev.likeaclockwork.runtime.propagation.CarrierSetter;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;

/** A response that has a stamp before its headers can leave. */
final class CausalityResponse extends HttpServletResponseWrapper implements CarrierSetter {
    private final Inbound inbound;

    CausalityResponse(HttpServletResponse response, Inbound inbound) {
        super(response);
        this.inbound = inbound;
    }

    /** Puts a stamp on it while that is possible; a response whose headers have left says nothing about the budget. */
    @Override
    public boolean set(VectorTimestamp stamp, int budget) {
        return isCommitted() || TextTransport.inject(stamp, this::setHeader, budget);
    }

    /** Records that the response is sent. */
    void reply() {
        inbound.reply(this, getStatus());
    }

    private void stamp() {
        inbound.inject(this);
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        stamp();
        return super.getOutputStream();
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        stamp();
        return super.getWriter();
    }

    @Override
    public void flushBuffer() throws IOException {
        stamp();
        super.flushBuffer();
    }

    @Override
    public void sendError(int status) throws IOException {
        stamp();
        super.sendError(status);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        stamp();
        super.sendError(status, message);
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        stamp();
        super.sendRedirect(location);
    }
}
