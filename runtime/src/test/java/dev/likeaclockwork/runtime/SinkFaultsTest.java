// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeaclockwork.runtime.sink.InMemorySink;
import dev.likeaclockwork.runtime.sink.RecordSink;
import dev.likeaclockwork.runtime.sink.RecordedEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SinkFaultsTest {
    private static final int MANY = 1000;

    private final Counted metrics = new Counted();

    private ClockworkBuilder builder(RecordSink... sinks) {
        ClockworkBuilder builder = Clockwork.builder("order").metrics(metrics);
        List.of(sinks).forEach(builder::sink);
        return builder;
    }

    @Test
    void throwingSink_losesItsEventsAndHarmsNoOther() {
        InMemorySink healthy = InMemorySink.create();
        try (Clockwork clockwork = builder(new Throwing(), healthy).build()) {
            record(clockwork);
        }
        assertThat(healthy.events()).hasSize(MANY);
        assertThat(metrics.dropped).hasValue(MANY);
    }

    @Test
    void hangingSink_blocksNoCaller() {
        Hanging hanging = new Hanging();
        InMemorySink healthy = InMemorySink.create();
        Clockwork clockwork = builder(hanging, healthy)
                .bufferedEvents(MANY)
                .shutdownTimeout(Duration.ofMillis(50))
                .build();
        record(clockwork);
        record(clockwork);
        assertThat(clockwork.flush(Duration.ofMillis(1))).isFalse();
        clockwork.close();
        assertThat(hanging.written).hasValue(0);
        assertThat(metrics.dropped.get()).isGreaterThanOrEqualTo(2L * MANY);
        hanging.release.countDown();
    }

    @Test
    void fullBuffer_dropsCountsAndGoesOn() {
        Hanging slow = new Hanging();
        Clockwork clockwork = builder(slow).bufferedEvents(10).build();
        record(clockwork);
        slow.release.countDown();
        assertThat(clockwork.flush(Logs.PATIENCE)).isTrue();
        assertThat(slow.written).hasValue(10);
        assertThat(metrics.dropped).hasValue(MANY - 10);
        assertThat(clockwork.dropped()).isEqualTo(MANY - 10);
        clockwork.event("again").record();
        clockwork.close();
        assertThat(slow.written).hasValue(11);
        assertThat(slow.closed).isTrue();
    }

    @Test
    void close_writesBufferedEventsAndDropsLaterOnes() {
        InMemorySink sink = InMemorySink.create();
        Clockwork clockwork = builder(sink).build();
        record(clockwork);
        clockwork.close();
        clockwork.close();
        assertThat(sink.events()).hasSize(MANY);
        clockwork.event("late").record();
        assertThat(metrics.dropped).hasValue(1);
    }

    private static void record(Clockwork clockwork) {
        for (int i = 0; i < MANY; i++) {
            clockwork.event("e").record();
        }
    }

    private static final class Throwing implements RecordSink {
        @Override
        public String name() {
            return "throwing";
        }

        @Override
        public void write(List<RecordedEvent> events) throws IOException {
            throw new IOException("No space left on device");
        }
    }

    private static final class Hanging implements RecordSink {
        final CountDownLatch release = new CountDownLatch(1);
        final AtomicInteger written = new AtomicInteger();
        volatile boolean closed;

        @Override
        public String name() {
            return "hanging";
        }

        @Override
        public void write(List<RecordedEvent> events) throws InterruptedException {
            release.await();
            written.addAndGet(events.size());
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
