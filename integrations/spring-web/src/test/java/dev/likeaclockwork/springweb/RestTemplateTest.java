// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.springweb;

import dev.likeaclockwork.runtime.Clockwork;
import dev.likeaclockwork.runtime.testkit.HttpClientContract;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.RestTemplate;

/**
 * Runs the HTTP client contract with {@code RestTemplate} on {@code HttpURLConnection}; each request has a stale
 * header, which must be replaced.
 */
class RestTemplateTest extends HttpClientContract {
    @Override
    protected Client client(Clockwork clockwork, int port) {
        RestTemplate client = new RestTemplate(new SimpleClientHttpRequestFactory());
        client.getInterceptors().add(ClockworkRestInterceptor.create(clockwork));
        HttpHeaders headers = new HttpHeaders();
        headers.set("x-causality-vector", "stale/0=1");
        HttpEntity<Void> stale = new HttpEntity<>(headers);
        return new WaitingClient(clockwork) {
            @Override
            public boolean call(String path) {
                try {
                    client.exchange("http://127.0.0.1:" + port + path, HttpMethod.GET, stale, Void.class);
                    return true;
                } catch (HttpServerErrorException e) {
                    return false;
                }
            }
        };
    }
}
