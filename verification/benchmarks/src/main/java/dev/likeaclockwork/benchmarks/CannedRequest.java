// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.benchmarks;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request with one header and no network, as cheap as can be. */
final class CannedRequest extends HttpServletRequestWrapper {
    private static final HttpServletRequest NOTHING = (HttpServletRequest) Proxy.newProxyInstance(
            CannedRequest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) -> {
                throw new UnsupportedOperationException(method.toString());
            });

    private final String header;
    private final String value;
    private final Map<String, Object> attributes = new HashMap<>();

    CannedRequest(String header, String value) {
        super(NOTHING);
        this.header = header;
        this.value = value;
    }

    @Override
    public String getMethod() {
        return "POST";
    }

    @Override
    public String getRequestURI() {
        return "/orders";
    }

    @Override
    public StringBuffer getRequestURL() {
        return new StringBuffer("http://inventory:8080/orders");
    }

    @Override
    public @Nullable String getQueryString() {
        return null;
    }

    @Override
    public String getRemoteAddr() {
        return "10.0.0.7";
    }

    @Override
    public int getRemotePort() {
        return 40000;
    }

    @Override
    public @Nullable String getHeader(String name) {
        return name.equalsIgnoreCase(header) ? value : null;
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return Collections.enumeration(name.equalsIgnoreCase(header) ? List.of(value) : List.of());
    }

    @Override
    public @Nullable Object getAttribute(String name) {
        return attributes.get(name);
    }

    @Override
    public void setAttribute(String name, Object attribute) {
        attributes.put(name, attribute);
    }

    @Override
    public void removeAttribute(String name) {
        attributes.remove(name);
    }

    @Override
    public boolean isAsyncStarted() {
        return false;
    }
}
