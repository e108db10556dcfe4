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
 * A filter for {@code WebClient} that records the sending of each request and the receipt of its response, and carries
 * the stamps of both.
 *
 * <p>A call belongs to the activity that Micrometer's context propagation put into the subscriber's context, or else to
 * the current one of the thread that subscribes. Each subscription, such as that of {@code retry}, is a sending with a
 * fresh stamp. One that is cancelled before the response is there has failed with a {@link CancellationException}.
 * Thread-safe.
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
        ClientRequest.Builder stamped = ClientRequest.from(request).headers(WebHeaders::removeStamp);
        Outbound outbound = handler.send(
                activity, WebHeaders.operation(request.method(), request.url()), CarrierSetter.text(stamped::header));
        AtomicBoolean waits = new AtomicBoolean(true);
        return Mono.defer(() -> next.exchange(stamped.build()))
                .doOnNext(response -> {
                    if (waits.getAndSet(false)) {
                        received(outbound, response);
                    }
                })
                .doOnError(failure -> {
                    if (waits.getAndSet(false)) {
                        outbound.fail(failure);
                    }
                })
                .doOnCancel(() -> {
                    if (waits.getAndSet(false)) {
                        outbound.fail(new CancellationException());
                    }
                });
    }

    private static void received(Outbound outbound, ClientResponse response) {
        outbound.receive(
                WebHeaders.source(response.headers().asHttpHeaders()),
                Integer.toString(response.statusCode().value()));
    }
}
