// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.httpclient;

import dev.likeaclockwork.TextTransport;
import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.runtime.propagation.CarrierSetter;
import java.net.URI;
import java.net.http.HttpClient.Version;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A view of the user's request with a causality header of its own. The user's request is unchanged and may be sent
 * again.
 */
final class CausalityRequest extends HttpRequest implements CarrierSetter {
    /** The last JDK whose requests have no options; JDK 26 adds {@code HttpRequest.getOption}. */
    private static final int LAST_KNOWN_JDK = 25;

    private final HttpRequest request;
    private HttpHeaders headers;

    CausalityRequest(HttpRequest request) {
        this.request = request;
        this.headers = withoutVector(request.headers());
    }

    private static HttpHeaders withoutVector(HttpHeaders headers) {
        return headers.allValues(TextTransport.VECTOR_HEADER).isEmpty()
                ? headers
                : HttpHeaders.of(headers.map(), CausalityRequest::isOther);
    }

    @Override
    public boolean set(VectorTimestamp vector, int budget) {
        return TextTransport.inject(vector, this::add, budget);
    }

    private void add(String name, String value) {
        Map<String, List<String>> all = Map.of(name, List.of(value));
        if (!headers.map().isEmpty()) {
            all = new TreeMap<>(all);
            all.putAll(headers.map());
        }
        headers = HttpHeaders.of(all, (any, values) -> true);
    }

    /** Returns the request to send: this one, or a copy on later JDKs, whose requests may have further properties. */
    HttpRequest forJdk(int feature) {
        if (feature <= LAST_KNOWN_JDK) {
            return this;
        }
        HttpRequest.Builder copy = HttpRequest.newBuilder(request, CausalityRequest::isOther);
        headers.firstValue(TextTransport.VECTOR_HEADER)
                .ifPresent(vector -> copy.setHeader(TextTransport.VECTOR_HEADER, vector));
        return copy.build();
    }

    private static boolean isOther(String name, String value) {
        return !name.equalsIgnoreCase(TextTransport.VECTOR_HEADER);
    }

    /** Returns method and host. Path and query are left out because they may hold ids or personal data. */
    static String operation(HttpRequest request) {
        return request.method() + " " + request.uri().getHost();
    }

    @Override
    public HttpHeaders headers() {
        return headers;
    }

    @Override
    public Optional<BodyPublisher> bodyPublisher() {
        return request.bodyPublisher();
    }

    @Override
    public String method() {
        return request.method();
    }

    @Override
    public Optional<Duration> timeout() {
        return request.timeout();
    }

    @Override
    public boolean expectContinue() {
        return request.expectContinue();
    }

    @Override
    public URI uri() {
        return request.uri();
    }

    @Override
    public Optional<Version> version() {
        return request.version();
    }
}
