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

/** A response that writes the causality header before it can be committed. */
final class CausalityResponse extends HttpServletResponseWrapper implements CarrierSetter {
    private final Inbound inbound;

    CausalityResponse(HttpServletResponse response, Inbound inbound) {
        super(response);
        this.inbound = inbound;
    }

    /**
     * Writes the header; does nothing once the response is committed. Returns false if the header exceeds the budget.
     */
    @Override
    public boolean set(VectorTimestamp vector, int budget) {
        return isCommitted() || TextTransport.inject(vector, this::setHeader, budget);
    }

    /** Records that the response is sent. */
    void reply() {
        inbound.reply(this, getStatus());
    }

    private void writeHeader() {
        inbound.inject(this);
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        writeHeader();
        return super.getOutputStream();
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        writeHeader();
        return super.getWriter();
    }

    @Override
    public void flushBuffer() throws IOException {
        writeHeader();
        super.flushBuffer();
    }

    @Override
    public void sendError(int status) throws IOException {
        writeHeader();
        super.sendError(status);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        writeHeader();
        super.sendError(status, message);
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        writeHeader();
        super.sendRedirect(location);
    }
}
