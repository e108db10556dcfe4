// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.httpclient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeaclockwork.VectorTimestamp;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that the sent request differs from the user's in one header, on every JDK. */
class CausalityRequestTest {
    private static final HttpRequest REQUEST = HttpRequest.newBuilder(URI.create("http://payment:8080/payments"))
            .header("Accept", "text/plain")
            .header("x-causality-vector", "stale/0=1")
            .header("accept", "application/json")
            .POST(BodyPublishers.ofString("{}"))
            .timeout(Duration.ofSeconds(3))
            .version(HttpClient.Version.HTTP_1_1)
            .expectContinue(true)
            .build();

    @ParameterizedTest
    @ValueSource(ints = {17, 25, 26})
    void request_carriesTheHeaderAndEverythingTheUserSet(int jdk) {
        CausalityRequest outgoing = new CausalityRequest(REQUEST);
        outgoing.set(VectorTimestamp.parse("order/1=2"), 2048);
        HttpRequest sent = outgoing.forJdk(jdk);

        assertThat(sent.headers().map())
                .isEqualTo(Map.of(
                        "Accept", List.of("text/plain", "application/json"),
                        "X-Causality-Vector", List.of("order/1=2")));
        assertThat(sent.method()).isEqualTo("POST");
        assertThat(sent.uri()).isEqualTo(REQUEST.uri());
        assertThat(sent.bodyPublisher()).isEqualTo(REQUEST.bodyPublisher());
        assertThat(sent.timeout()).isEqualTo(REQUEST.timeout());
        assertThat(sent.version()).isEqualTo(REQUEST.version());
        assertThat(sent.expectContinue()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 25, 26})
    void request_dropsAStaleHeaderEvenWithoutANewOne(int jdk) {
        CausalityRequest unstamped = new CausalityRequest(REQUEST);
        unstamped.set(VectorTimestamp.parse("order/1=2"), 10);

        assertThat(unstamped.forJdk(jdk).headers().map()).containsOnlyKeys("Accept");
    }
}
