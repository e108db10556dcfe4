// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.springweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.likeaclockwork.runtime.Clockwork;
import dev.likeaclockwork.runtime.testkit.TestLog;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.SpringVersion;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.AbstractClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.RestClient;

/** Tests what Spring adds to the client contract: other interceptors, and unreadable responses. */
class ClockworkRestInterceptorTest {
    private static final URI ADDRESS = URI.create("http://inventory/stock/42");

    private final TestLog log = new TestLog();
    private final Clockwork clockwork = log.service("client");
    private final ClockworkRestInterceptor interceptor = ClockworkRestInterceptor.create(clockwork);
    private final List<List<String>> stamps = new ArrayList<>();

    @AfterEach
    void close() {
        log.close();
    }

    private static ClientHttpResponse twice(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        try {
            return execution.execute(request, body);
        } catch (IOException e) {
            return execution.execute(request, body);
        }
    }

    @Test
    void retryByAnOuterInterceptor_carriesAFreshVectorFromSpring7On() {
        RestClient client = RestClient.builder()
                .requestFactory((address, method) -> new Request(stamps.isEmpty() ? null : new Response(false)))
                .requestInterceptor(ClockworkRestInterceptorTest::twice)
                .requestInterceptor(interceptor)
                .build();
        client.get().uri(ADDRESS).retrieve().toBodilessEntity();
        assertThat(stamps).hasSize(2).allSatisfy(lines -> assertThat(lines).hasSize(1));
        if (String.valueOf(SpringVersion.getVersion()).startsWith("6.")) {
            assertThat(log.types()).containsExactly("http.request.sent", "http.call.failed");
            assertThat(stamps.get(1)).isEqualTo(stamps.get(0));
        } else {
            assertThat(log.types())
                    .containsExactly(
                            "http.request.sent", "http.call.failed", "http.request.sent", "http.response.received");
            assertThat(stamps).doesNotHaveDuplicates();
        }
    }

    @Test
    void operation_isMethodAndHost() throws IOException {
        interceptor.intercept(new Request(null), new byte[0], (request, body) -> new Response(false));
        assertThat(log.only("http.request.sent").fields()).containsEntry("operation", "GET inventory");
        assertThat(log.only("http.response.received").fields()).containsEntry("outcome", "200");
    }

    @Test
    void responseWithUnreadableStatus_isRecordedAsAFailureAndReturned() throws IOException {
        ClientHttpResponse response =
                interceptor.intercept(new Request(null), new byte[0], (request, body) -> new Response(true));
        assertThatThrownBy(response::getStatusCode).isInstanceOf(IOException.class);
        assertThat(log.types()).containsExactly("http.request.sent", "http.call.failed");
    }

    @Test
    void requestWithReadOnlyHeaders_isSent() throws IOException {
        Request sent = new Request(new Response(false));
        sent.execute();
        assertThat(interceptor.intercept(sent, new byte[0], (request, body) -> new Response(false)))
                .isNotNull();
        assertThat(log.types()).containsExactly("http.request.sent", "http.response.received");
        assertThat(log.metrics().of("failed")).isEqualTo(1);
    }

    /** A request with a prepared response, or none. */
    private final class Request extends AbstractClientHttpRequest {
        private final ClientHttpResponse answer;

        Request(ClientHttpResponse answer) {
            this.answer = answer;
        }

        @Override
        public HttpMethod getMethod() {
            return HttpMethod.GET;
        }

        @Override
        public URI getURI() {
            return ADDRESS;
        }

        @Override
        protected OutputStream getBodyInternal(HttpHeaders headers) {
            return OutputStream.nullOutputStream();
        }

        @Override
        protected ClientHttpResponse executeInternal(HttpHeaders headers) throws IOException {
            stamps.add(headers.getValuesAsList("X-Causality-Vector"));
            if (answer == null) {
                throw new IOException("connection reset");
            }
            return answer;
        }
    }

    /** An empty response whose status may be unreadable. */
    private record Response(boolean broken) implements ClientHttpResponse {
        @Override
        public HttpStatusCode getStatusCode() throws IOException {
            if (broken) {
                throw new IOException("connection reset");
            }
            return HttpStatus.OK;
        }

        @Override
        public String getStatusText() {
            return "";
        }

        @Override
        public InputStream getBody() {
            return new ByteArrayInputStream(new byte[0]);
        }

        @Override
        public HttpHeaders getHeaders() {
            return new HttpHeaders();
        }

        @Override
        public void close() {}
    }
}
