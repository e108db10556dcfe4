// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.benchmarks;

import dev.likeaclockwork.VectorClock;
import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.graph.event.Access;
import dev.likeaclockwork.graph.event.LoggedEvent;
import dev.likeaclockwork.graph.event.LoggedVector;
import dev.likeaclockwork.graph.event.Position;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The log of services that call each other: an activity for each branch of a request, some ten events each, with
 * vectors of eight entries on average. Some read and write rows of a database, most of the time not the same one.
 *
 * <p>The same seed gives the same log. Events come in the order of their times.
 */
public final class RequestLog {
    private static final int SERVICES = 12;
    private static final int PRODUCTS = 20_000;
    private static final int MAX_DEPTH = 3;
    private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

    private final SplittableRandom random;
    private final Consumer<LoggedEvent> sink;
    private final PriorityQueue<Pending> pending = new PriorityQueue<>();
    private final Map<String, Integer> versions = new HashMap<>();
    private long made;

    /** The microsecond that the running request has come to. */
    private long now;

    private RequestLog(long seed, Consumer<LoggedEvent> sink) {
        this.random = new SplittableRandom(seed);
        this.sink = sink;
    }

    /** Gives at least that many events to the sink: all of the requests that were begun. */
    public static void generate(long events, long seed, Consumer<LoggedEvent> sink) {
        RequestLog log = new RequestLog(seed, sink);
        for (long request = 0; log.made < events; request++) {
            log.now = request * 2_000;
            log.flush(log.now);
            log.activity(new VectorClock(log.node()), 0, null);
        }
        log.flush(Long.MAX_VALUE);
    }

    private record Pending(long time, long order, Step step) implements Comparable<Pending> {
        @Override
        public int compareTo(Pending other) {
            return time != other.time ? Long.compare(time, other.time) : Long.compare(order, other.order);
        }
    }

    private record Step(
            Activity activity, VectorTimestamp vector, String type, Access.@Nullable Kind access, String resource) {}

    /** What an activity has read last. */
    private static final class Activity {
        private final String node;
        private @Nullable String version;

        Activity(String node) {
            this.node = node;
        }
    }

    /** Runs one activity, and returns the timestamp of its answer. */
    private VectorTimestamp activity(VectorClock clock, int depth, @Nullable VectorTimestamp request) {
        Activity activity = new Activity(clock.node());
        record(activity, request == null ? clock.tick() : clock.receive(request), "request.received");
        if (random.nextInt(4) == 0) {
            access(activity, clock);
        }
        int calls = depth == MAX_DEPTH ? 0 : random.nextInt(depth == 0 ? 2 : 0, 4);
        for (int call = 0; call < calls; call++) {
            VectorTimestamp sent = clock.send();
            record(activity, sent, "call.sent");
            VectorTimestamp answer = activity(new VectorClock(node()), depth + 1, sent);
            record(activity, clock.receive(answer), "answer.received");
        }
        for (int tick = random.nextInt(3, 10); tick > 0; tick--) {
            record(activity, clock.tick(), "step." + tick);
        }
        VectorTimestamp answer = clock.send();
        record(activity, answer, "answer.sent");
        return answer;
    }

    private void access(Activity activity, VectorClock clock) {
        int product = random.nextInt(10) == 0 ? random.nextInt(20) : random.nextInt(PRODUCTS);
        record(activity, clock.tick(), "stock.read", Access.Kind.READ, "product:" + product);
        record(activity, clock.tick(), "stock.written", Access.Kind.WRITE, "product:" + product);
    }

    private String node() {
        return "service-" + random.nextInt(SERVICES) + "/" + Long.toString(random.nextLong() >>> 1, 32);
    }

    private void record(Activity activity, VectorTimestamp vector, String type) {
        record(activity, vector, type, null, "");
    }

    private void record(
            Activity activity, VectorTimestamp vector, String type, Access.@Nullable Kind access, String resource) {
        now += random.nextInt(20, 400);
        pending.add(new Pending(now, made++, new Step(activity, vector, type, access, resource)));
    }

    private void flush(long until) {
        while (!pending.isEmpty() && pending.peek().time < until) {
            Pending next = pending.remove();
            sink.accept(event(next));
        }
    }

    private LoggedEvent event(Pending pending) {
        Step step = pending.step;
        LoggedVector.Builder vector = LoggedVector.builder();
        step.vector.forEach(vector::add);
        return LoggedEvent.builder(new Position("requests.jsonl", (int) pending.order + 1), step.activity.node)
                .vector(vector.build())
                .label(step.type)
                .id(new UUID(random.nextLong(), random.nextLong()).toString())
                .time(START.plusNanos(pending.time * 1_000))
                .access(access(step))
                .build();
    }

    /** Versions are those of the moment, so that who wrote over what tells the truth. */
    private @Nullable Access access(Step step) {
        if (step.access == null) {
            return null;
        }
        if (step.access == Access.Kind.READ) {
            step.activity.version = versions.getOrDefault(step.resource, 0).toString();
            return new Access(step.resource, step.access, null, step.activity.version);
        }
        String version = versions.merge(step.resource, 1, Integer::sum).toString();
        return new Access(step.resource, step.access, step.activity.version, version);
    }
}
