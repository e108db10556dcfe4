// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.springweb;

import dev.likeaclockwork.runtime.Activity;
import dev.likeaclockwork.runtime.Clockwork;
import dev.likeaclockwork.runtime.integration.Outbound;
import dev.likeaclockwork.runtime.integration.OutboundHandler;
import dev.likeaclockwork.runtime.micrometer.CurrentActivityAccessor;
import dev.likeaclockwork.runtime.propagation.CarrierSetter;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/**
 * A filter for {@code WebClient} that records the sending of each request and the receipt of its response, and writes
 * and reads the header {@code X-Causality-Vector}.
 *
 * <p>A call belongs to the activity in the subscriber's context, if Micrometer's context propagation put one there;
 * otherwise to the current activity of the subscribing thread, or to a new one. Each subscription, such as that of
 * {@code retry}, sends a request of its own with a fresh header. A subscription that is cancelled before the response
 * arrives is recorded as failed with a {@link CancellationException}. Thread-safe.
 */
public final class ClockworkWebClientFilter implements ExchangeFilterFunction {
    private final Clockwork clockwork;
    private final OutboundHandler handler;

    private ClockworkWebClientFilter(Clockwork clockwork) {
        this.clockwork = clockwork;
        this.handler = OutboundHandler.httpClient(clockwork);
    }

    /** Creates a filter that records calls in {@code clockwork}. */
    public static ClockworkWebClientFilter create(Clockwork clockwork) {
        return new ClockworkWebClientFilter(Objects.requireNonNull(clockwork, "clockwork"));
    }

    @Override
    public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
        return Mono.deferContextual(context -> exchange(activity(context), request, next));
    }

    private Activity activity(ContextView context) {
        return context.<Activity>getOrEmpty(CurrentActivityAccessor.KEY)
                .filter(clockwork::owns)
                .orElseGet(clockwork::currentOrNewActivity);
    }

    private Mono<ClientResponse> exchange(Activity activity, ClientRequest request, ExchangeFunction next) {
        ClientRequest.Builder outgoing = ClientRequest.from(request).headers(WebHeaders::removeVector);
        Outbound outbound = handler.send(
                activity, WebHeaders.operation(request.method(), request.url()), CarrierSetter.text(outgoing::header));
        AtomicBoolean waiting = new AtomicBoolean(true);
        return Mono.defer(() -> next.exchange(outgoing.build()))
                .doOnNext(response -> {
                    if (waiting.getAndSet(false)) {
                        received(outbound, response);
                    }
                })
                .doOnError(failure -> {
                    if (waiting.getAndSet(false)) {
                        outbound.fail(failure);
                    }
                })
                .doOnCancel(() -> {
                    if (waiting.getAndSet(false)) {
                        outbound.fail(new CancellationException());
                    }
                });
    }

    private static void received(Outbound outbound, ClientResponse response) {
        outbound.receive(
                WebHeaders.getter(response.headers().asHttpHeaders()),
                Integer.toString(response.statusCode().value()));
    }
}
