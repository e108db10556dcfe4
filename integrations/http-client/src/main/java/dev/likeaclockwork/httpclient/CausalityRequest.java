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

/** The user's request but for the header of the stamp; the user's own stays as it is, and may be sent again. */
final class CausalityRequest extends HttpRequest implements CarrierSetter {
    /** Later ones have options in a request, {@code HttpRequest.getOption}. */
    private static final int LAST_KNOWN_JDK = 25;

    private final HttpRequest request;
    private HttpHeaders headers;

    CausalityRequest(HttpRequest request) {
        this.request = request;
        this.headers = withoutStamp(request.headers());
    }

    private static HttpHeaders withoutStamp(HttpHeaders headers) {
        return headers.allValues(TextTransport.VECTOR_HEADER).isEmpty()
                ? headers
                : HttpHeaders.of(headers.map(), CausalityRequest::isOther);
    }

    @Override
    public boolean set(VectorTimestamp stamp, int budget) {
        return TextTransport.inject(stamp, this::add, budget);
    }

    private void add(String name, String value) {
        Map<String, List<String>> all = Map.of(name, List.of(value));
        if (!headers.map().isEmpty()) {
            all = new TreeMap<>(all);
            all.putAll(headers.map());
        }
        headers = HttpHeaders.of(all, (any, values) -> true);
    }

    /** The request that a JDK is to send: this one, unless requests have parts there that this class does not know. */
    HttpRequest forJdk(int feature) {
        if (feature <= LAST_KNOWN_JDK) {
            return this;
        }
        HttpRequest.Builder copy = HttpRequest.newBuilder(request, CausalityRequest::isOther);
        headers.firstValue(TextTransport.VECTOR_HEADER)
                .ifPresent(stamp -> copy.setHeader(TextTransport.VECTOR_HEADER, stamp));
        return copy.build();
    }

    private static boolean isOther(String name, String value) {
        return !name.equalsIgnoreCase(TextTransport.VECTOR_HEADER);
    }

    /** Method and host: a path may have an id, and a query anything. */
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
