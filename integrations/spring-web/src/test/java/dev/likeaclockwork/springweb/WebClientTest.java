// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.springweb;

import dev.likeaclockwork.runtime.Clockwork;
import dev.likeaclockwork.runtime.testkit.HttpClientContract;
import java.util.concurrent.Future;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/**
 * Runs the HTTP client contract with {@code WebClient} on Reactor Netty; each request has a stale header, which must be
 * replaced.
 */
class WebClientTest extends HttpClientContract {
    @Override
    protected Client client(Clockwork clockwork, int port) {
        WebClient client = WebClient.builder()
                .baseUrl("http://127.0.0.1:" + port)
                .clientConnector(new ReactorClientHttpConnector())
                .defaultHeader("x-causality-vector", "stale/0=1")
                .filter(ClockworkWebClientFilter.create(clockwork))
                .build();
        return new Client() {
            @Override
            public boolean call(String path) {
                return Boolean.TRUE.equals(answer(path).block());
            }

            @Override
            public Future<Boolean> callAsync(String path) {
                return answer(path).toFuture();
            }

            private Mono<Boolean> answer(String path) {
                return client.get()
                        .uri(path)
                        .exchangeToMono(response -> response.releaseBody()
                                .thenReturn(response.statusCode().is2xxSuccessful()));
            }
        };
    }
}
