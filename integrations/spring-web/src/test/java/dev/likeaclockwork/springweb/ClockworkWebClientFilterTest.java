// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.springweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.likeaclockwork.TextTransport;
import dev.likeaclockwork.runtime.Activity;
import dev.likeaclockwork.runtime.ActivityScope;
import dev.likeaclockwork.runtime.Clockwork;
import dev.likeaclockwork.runtime.testkit.TestLog;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import reactor.core.Disposable;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Tests what Reactor adds to the client contract: subscriptions, cancellation, contexts. */
class ClockworkWebClientFilterTest {
    private static final ClientRequest REQUEST = ClientRequest.create(
                    HttpMethod.GET, URI.create("http://inventory/stock/42"))
            .build();

    private final TestLog log = new TestLog();
    private final Clockwork clockwork = log.service("client");
    private final ClockworkWebClientFilter filter = ClockworkWebClientFilter.create(clockwork);
    private final List<String> headers = new ArrayList<>();

    @AfterEach
    void close() {
        log.close();
    }

    private Mono<ClientResponse> answer(ClientRequest request, Mono<ClientResponse> answer) {
        headers.add(request.headers().getFirst(TextTransport.VECTOR_HEADER));
        return answer;
    }

    private static Mono<ClientResponse> ok() {
        return Mono.just(ClientResponse.create(HttpStatus.OK).build());
    }

    @Test
    void retry_carriesAFreshVector() {
        ExchangeFunction broken = request -> answer(request, headers.isEmpty() ? Mono.error(new IOException()) : ok());
        filter.filter(REQUEST, broken).retry(1).block();
        assertThat(log.types())
                .containsExactly(
                        "http.request.sent", "http.call.failed", "http.request.sent", "http.response.received");
        assertThat(headers).doesNotHaveDuplicates().hasSize(2);
    }

    @Test
    void retryWithinAnActivity_followsTheFailure() {
        ExchangeFunction broken = request -> answer(request, headers.isEmpty() ? Mono.error(new IOException()) : ok());
        clockwork
                .startActivity()
                .run(() -> filter.filter(REQUEST, broken).retry(1).block());
        assertThat(log.events()).extracting(event -> event.counter()).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void cancelledCall_isAFailure() {
        Disposable call = filter.filter(REQUEST, request -> Mono.never()).subscribe();
        call.dispose();
        assertThat(log.types()).containsExactly("http.request.sent", "http.call.failed");
        assertThat(log.only("http.call.failed").fields()).containsEntry("error", CancellationException.class.getName());
    }

    @Test
    void callCancelledAfterItsResponse_isNoFailure() {
        filter.filter(
                        REQUEST,
                        request -> Mono.<ClientResponse>never().mergeWith(ok()).next())
                .flux()
                .next()
                .block();
        assertThat(log.types()).containsExactly("http.request.sent", "http.response.received");
    }

    @Test
    void throwingExchange_isAFailure() {
        Mono<ClientResponse> call = filter.filter(REQUEST, request -> {
            throw new IllegalStateException("no connector");
        });
        assertThatThrownBy(call::block).hasMessage("no connector");
        assertThat(log.types()).containsExactly("http.request.sent", "http.call.failed");
    }

    @Test
    void callWithoutASubscriber_recordsNothing() {
        filter.filter(REQUEST, request -> ok());
        assertThat(log.types()).isEmpty();
    }

    @Test
    void repeatedHeaderLines_areAllJoined() {
        ClientResponse answer = ClientResponse.create(HttpStatus.OK)
                .header("x-causality-vector", "a/1=1", "b/1=2")
                .build();
        filter.filter(REQUEST, request -> Mono.just(answer)).block();
        assertThat(log.only("http.response.received").vector().get("a/1")).isEqualTo(1);
        assertThat(log.only("http.response.received").vector().get("b/1")).isEqualTo(2);
    }

    @Test
    @SuppressWarnings("try")
    void contextPropagation_carriesTheActivityToTheSubscribingThreadAndBeyond() throws Exception {
        Hooks.enableAutomaticContextPropagation();
        CountDownLatch done = new CountDownLatch(1);
        Activity activity = clockwork.startActivity();
        try (ActivityScope scope = activity.makeCurrent()) {
            Mono.delay(java.time.Duration.ofMillis(1), Schedulers.parallel())
                    .flatMap(tick -> filter.filter(REQUEST, request -> ok().publishOn(Schedulers.boundedElastic())))
                    .doOnNext(response -> clockwork.event("used").record())
                    .contextCapture()
                    .subscribe(response -> done.countDown());
        }
        assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
        Hooks.disableAutomaticContextPropagation();
        assertThat(log.types()).containsExactly("http.request.sent", "http.response.received", "used");
        assertThat(log.events()).extracting(event -> event.node()).containsOnly(activity.node());
    }

    @Test
    void activityInTheContext_takesPrecedenceOverTheThread() {
        Activity activity = clockwork.startActivity();
        clockwork
                .startActivity()
                .run(() -> filter.filter(REQUEST, request -> ok())
                        .contextWrite(context -> context.put("clockwork.activity", activity))
                        .block());
        assertThat(log.events()).extracting(event -> event.node()).containsOnly(activity.node());
    }
}
