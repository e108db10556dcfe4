// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.servlet;

import dev.likeaclockwork.runtime.testkit.Endpoint;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The servlet of the contract; asynchronous requests run in the container's threads. */
final class ContractServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Endpoint endpoint;

    ContractServlet(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** Runs {@code outside} before and after the work of the request's thread. */
    static Filter around(Runnable outside) {
        return (request, response, chain) -> {
            outside.run();
            try {
                chain.doFilter(request, response);
            } finally {
                outside.run();
            }
        };
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        String path = request.getRequestURI();
        if (path.startsWith("/async")) {
            AsyncContext async = request.startAsync();
            async.start(() -> answerLater(async, path));
        } else {
            answer(path, response);
        }
    }

    private void answerLater(AsyncContext async, String path) {
        HttpServletResponse response = (HttpServletResponse) async.getResponse();
        try {
            answer(path, response);
        } catch (ServletException e) {
            response.setStatus(500);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            async.complete();
        }
    }

    private void answer(String path, HttpServletResponse response) throws IOException, ServletException {
        try {
            byte[] body = endpoint.handle(path).getBytes(StandardCharsets.ISO_8859_1);
            response.setContentType("text/plain");
            response.getOutputStream().write(body);
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }
}
