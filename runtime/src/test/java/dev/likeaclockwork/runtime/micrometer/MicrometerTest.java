// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeaclockwork.runtime.Activity;
import dev.likeaclockwork.runtime.ActivityScope;
import dev.likeaclockwork.runtime.Clockwork;
import dev.likeaclockwork.runtime.CurrentActivity;
import dev.likeaclockwork.runtime.integration.InboundHandler;
import dev.likeaclockwork.runtime.integration.OutboundHandler;
import dev.likeaclockwork.runtime.propagation.CarrierGetter;
import dev.likeaclockwork.runtime.propagation.CarrierSetter;
import io.micrometer.context.ContextSnapshot;
import io.micrometer.context.ContextSnapshotFactory;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class MicrometerTest {
    @Test
    void meters_countEvents() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        try (Clockwork clockwork = Clockwork.builder("order")
                .metrics(MicrometerMetrics.create(registry))
                .build()) {
            InboundHandler.httpServer(clockwork).receive("GET /", CarrierGetter.text(name -> "a=1,b=2"));
            InboundHandler.httpServer(clockwork).receive("GET /", CarrierGetter.text(name -> "nonsense"));
            OutboundHandler.httpClient(clockwork).send("GET /", CarrierSetter.text((name, value) -> {}));
            OutboundHandler.httpClient(clockwork).send("GET /", CarrierSetter.text((name, value) -> {
                throw new IllegalStateException("read-only");
            }));
        }
        assertThat(registry.get("clockwork.events").counter().count()).isEqualTo(4);
        assertThat(registry.get("clockwork.rejected")
                        .tag("reason", "malformed")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(registry.get("clockwork.entries")
                        .tag("direction", "in")
                        .summary()
                        .totalAmount())
                .isEqualTo(2);
        assertThat(registry.get("clockwork.entries")
                        .tag("direction", "out")
                        .summary()
                        .count())
                .isEqualTo(1);
        assertThat(registry.get("clockwork.failures").counter().count()).isEqualTo(1);
    }

    @Test
    void contextPropagation_carriesTheCurrentActivity() throws Exception {
        try (Clockwork clockwork = Clockwork.builder("order").build()) {
            Activity activity = clockwork.startActivity();
            ActivityScope scope = activity.makeCurrent();
            ContextSnapshot snapshot = ContextSnapshotFactory.builder().build().captureAll();
            scope.close();
            CompletableFuture<Optional<Activity>> seen = new CompletableFuture<>();
            CompletableFuture<Optional<Activity>> after = new CompletableFuture<>();
            Thread thread = new Thread(() -> {
                ContextSnapshot.Scope carried = snapshot.setThreadLocals();
                seen.complete(CurrentActivity.get());
                carried.close();
                after.complete(CurrentActivity.get());
            });
            thread.start();
            assertThat(seen.get()).containsSame(activity);
            assertThat(after.get()).isEmpty();
        }
    }
}
