// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.httpclient;

import dev.likeaclockwork.TextTransport;
import dev.likeaclockwork.runtime.StampTarget;
import java.net.http.HttpRequest;

/** A request that is a copy of the user's, but for the header of the stamp; the user's may be sent again. */
final class StampedRequest {
    private final HttpRequest.Builder builder;

    StampedRequest(HttpRequest request) {
        builder = HttpRequest.newBuilder(request, (name, value) -> !name.equalsIgnoreCase(TextTransport.VECTOR_HEADER));
    }

    StampTarget target() {
        return StampTarget.text(builder::setHeader);
    }

    HttpRequest build() {
        return builder.build();
    }

    /** Method and host: a path may have an id, and a query anything. */
    static String operation(HttpRequest request) {
        return request.method() + " " + request.uri().getHost();
    }
}
