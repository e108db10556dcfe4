// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.httpclient;

import dev.likeaclockwork.TextTransport;
import dev.likeaclockwork.runtime.Clockwork;
import dev.likeaclockwork.runtime.testkit.HttpClientContract;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.Future;

/** Runs the HTTP client contract with the JDK's own; each request has a stale header, which must be replaced. */
class ClockworkHttpClientTest extends HttpClientContract {
    @Override
    protected Client client(Clockwork clockwork, int port) {
        HttpClient client = ClockworkHttpClient.create(clockwork, HttpClient.newHttpClient());
        return new Client() {
            @Override
            public boolean call(String path) throws Exception {
                return client.send(request(port, path), BodyHandlers.ofString()).statusCode() == 200;
            }

            @Override
            public Future<Boolean> callAsync(String path) {
                return client.sendAsync(request(port, path), BodyHandlers.ofString())
                        .thenApply(response -> response.statusCode() == 200);
            }
        };
    }

    private static HttpRequest request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header(TextTransport.VECTOR_HEADER.toLowerCase(java.util.Locale.ROOT), "stale/0=1")
                .build();
    }
}
