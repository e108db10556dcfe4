// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.springweb;

import dev.likeaclockwork.runtime.Clockwork;
import dev.likeaclockwork.runtime.testkit.HttpClientContract;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/**
 * Runs the HTTP client contract with {@code RestClient} on the JDK's client; each request has a stale header, which
 * must be replaced.
 */
class RestClientTest extends HttpClientContract {
    @Override
    protected Client client(Clockwork clockwork, int port) {
        RestClient client = RestClient.builder()
                .baseUrl("http://127.0.0.1:" + port)
                .requestFactory(new JdkClientHttpRequestFactory())
                .defaultHeader("x-causality-vector", "stale/0=1")
                .requestInterceptor(ClockworkRestInterceptor.create(clockwork))
                .build();
        return new WaitingClient(clockwork) {
            @Override
            public boolean call(String path) {
                return Boolean.TRUE.equals(client.get()
                        .uri(path)
                        .exchange(
                                (request, response) -> response.getStatusCode().is2xxSuccessful()));
            }
        };
    }
}
