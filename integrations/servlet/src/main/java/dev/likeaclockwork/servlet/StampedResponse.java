// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.servlet;

import dev.likeaclockwork.runtime.Inbound;
import dev.likeaclockwork.runtime.StampTarget;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;

/** A response that has a stamp before its headers can leave. */
final class StampedResponse extends HttpServletResponseWrapper {
    private final Inbound inbound;

    StampedResponse(HttpServletResponse response, Inbound inbound) {
        super(response);
        this.inbound = inbound;
    }

    private StampTarget target() {
        return isCommitted() ? StampTarget.none() : StampTarget.text(this::setHeader);
    }

    /** Records that the response is sent. */
    void reply() {
        inbound.reply(target(), getStatus());
    }

    private void stamp() {
        inbound.stamp(target());
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
