// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.kafkastreams;

import dev.likeaclockwork.guard.Action;
import dev.likeaclockwork.guard.CausalDeduplicator;
import dev.likeaclockwork.guard.Conflict;
import dev.likeaclockwork.guard.ConflictHandler;
import dev.likeaclockwork.guard.Decision;
import dev.likeaclockwork.guard.Resolution;
import dev.likeaclockwork.guard.event.EventName;
import dev.likeaclockwork.guard.event.IncomingEvent;
import dev.likeaclockwork.guard.state.Keys;
import dev.likeaclockwork.guard.verdict.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.jspecify.annotations.Nullable;

/** Passes the records of one task through a {@link CausalDeduplicator}. Used by one thread. */
final class DeduplicatingProcessor<K, V> implements FixedKeyProcessor<K, V, V> {
    private static final Duration SWEEP = Duration.ofSeconds(1);
    private static final int KEYS_OF_SWEEP = 10_000;

    private final CausalDeduplication<K, V> settings;

    /** The children of the processor; null if it forwards processed records only. */
    private final @Nullable Routes routes;

    private @Nullable Task task;

    DeduplicatingProcessor(CausalDeduplication<K, V> settings, @Nullable Routes routes) {
        this.settings = settings;
        this.routes = routes;
    }

    @Override
    public void init(FixedKeyProcessorContext<K, V> context) {
        task = new Task(context);
    }

    @Override
    public void process(FixedKeyRecord<K, V> message) {
        Objects.requireNonNull(task, "init").process(message);
    }

    /** The state of the processor between the initialisation and the end of its task. */
    private final class Task {
        private final FixedKeyProcessorContext<K, V> context;
        private final CausalDeduplicator guard;
        private final VerdictMetrics metrics;

        /** The record that is being processed; null between records. */
        private @Nullable FixedKeyRecord<K, V> current;

        Task(FixedKeyProcessorContext<K, V> context) {
            StreamsStore store = StreamsStore.of(context);
            this.context = context;
            this.metrics = VerdictMetrics.of(context, settings.name());
            this.guard = settings.guard(store)
                    .time(StreamsStore.time(context))
                    .whenQueued(this::queue)
                    .build();
            Duration idle = settings.idle();
            if (idle != null) {
                context.schedule(
                        SWEEP,
                        PunctuationType.WALL_CLOCK_TIME,
                        now -> store.sweep(
                                settings.historyStore(),
                                StreamsStore.time(context).instant().minus(idle),
                                KEYS_OF_SWEEP));
            }
        }

        void process(FixedKeyRecord<K, V> message) {
            String key;
            IncomingEvent event;
            try {
                key = key(message.key());
                event = settings.reader().read(message);
            } catch (IllegalArgumentException e) {
                processUnnamed(message, e);
                return;
            }
            Optional<String> resolution = CausalHeaders.text(message.headers(), CausalHeaders.RESOLUTION);
            if (resolution.isPresent()) {
                resolve(key, event, message, resolution.get());
            } else {
                judge(key, event, message);
            }
        }

        private String key(@Nullable K key) {
            if (key == null) {
                throw new IllegalArgumentException("the record has no key");
            }
            return Keys.check(settings.keys().apply(key));
        }

        /** Handles a record whose event cannot be read: it is unknown, and cannot be remembered. */
        private void processUnnamed(FixedKeyRecord<K, V> message, IllegalArgumentException reason) {
            Action action = settings.policy().action(Verdict.UNKNOWN);
            metrics.count(Verdict.UNKNOWN);
            String decision = action + " (UNKNOWN: " + reason.getMessage() + ")";
            switch (action) {
                case PROCESS -> forward(message);
                case QUEUE -> forward(message, routes == null ? null : routes.queued(), decision);
                case DROP, DEFER -> forward(message, routes == null ? null : routes.dropped(), decision);
            }
        }

        private void judge(String key, IncomingEvent event, FixedKeyRecord<K, V> message) {
            current = message;
            Decision decision = guard.process(key, event, () -> forward(message));
            current = null;
            metrics.count(decision.verdict());
            if (decision.action() == Action.DROP && routes != null) {
                forward(message, routes.dropped(), decision.toString());
            }
        }

        private void queue(Conflict conflict) {
            if (routes != null && current != null) {
                forward(current, routes.queued(), Action.QUEUE + " (" + conflict.judgement() + ")");
            }
        }

        private void resolve(String key, IncomingEvent event, FixedKeyRecord<K, V> message, String resolution) {
            FixedKeyRecord<K, V> original = message.withHeaders(new RecordHeaders(message.headers())
                    .remove(CausalHeaders.RESOLUTION)
                    .remove(CausalHeaders.DECISION));
            EventName name = event.stamp().name();
            ConflictHandler handler = handler(resolution);
            List<Decision> decisions = guard.conflicts()
                    .resolve(
                            key,
                            conflict -> conflict.event().stamp().name().equals(name)
                                    ? handler.resolve(conflict)
                                    : Resolution.leave(),
                            kept -> forward(original));
            boolean kept = decisions.stream()
                    .anyMatch(decision -> decision.isProcessed()
                            && decision.judgement().event().name().equals(name));
            if (!kept && routes != null) {
                forward(original, routes.dropped(), "DROP (" + resolution + ": " + event + ")");
            }
        }

        private ConflictHandler handler(String resolution) {
            return switch (resolution) {
                case "keep" -> ConflictHandler.keepBoth();
                case "reject" -> ConflictHandler.reject();
                default -> ConflictHandler.leave();
            };
        }

        private void forward(FixedKeyRecord<K, V> message) {
            if (routes == null) {
                context.forward(message);
            } else {
                context.forward(message, routes.processed());
            }
        }

        private void forward(FixedKeyRecord<K, V> message, @Nullable String child, String decision) {
            if (child != null) {
                Headers headers = new RecordHeaders(message.headers());
                CausalHeaders.putText(headers, CausalHeaders.DECISION, decision);
                context.forward(message.withHeaders(headers), child);
            }
        }
    }
}
