// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.testkit;

import dev.likeaclockwork.VectorClock;
import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.graph.event.Access;
import dev.likeaclockwork.graph.event.LoggedEvent;
import dev.likeaclockwork.graph.event.LoggedVector;
import dev.likeaclockwork.graph.event.Ordering;
import dev.likeaclockwork.graph.event.Position;
import dev.likeaclockwork.testkit.ClockOperations;
import dev.likeaclockwork.testkit.Execution;
import dev.likeaclockwork.testkit.ExecutionStep;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A seeded execution whose steps read and write versioned resources, the log of it, and the truth about it: which step
 * can be reached from which along nodes, messages and versions.
 */
public final class LoggedExecution {
    private static final int RESOURCES = 3;

    final List<ExecutionStep> steps;

    /** The events of all steps; event i stands at line i. */
    public final List<LoggedEvent> events = new ArrayList<>();

    private final List<BitSet> pasts = new ArrayList<>();
    private final Random random;

    /** From resource to the versions that were made so far, and from version to the step that made it. */
    private final Map<String, List<String>> versions = new HashMap<>();

    private final Map<String, Integer> makers = new HashMap<>();

    /** @param accesses the probability that a step reads or writes */
    public LoggedExecution(Execution execution, long seed, double accesses) {
        this.random = new Random(seed);
        this.steps = execution.steps();
        List<VectorTimestamp> timestamps = execution.replay(new Clocks());
        for (int step = 0; step < steps.size(); step++) {
            BitSet past = new BitSet(step);
            addTo(past, steps.get(step).previous());
            addTo(past, steps.get(step).message());
            pasts.add(past);
            Access access = random.nextDouble() < accesses ? access(step, past) : null;
            events.add(LoggedEvent.builder(
                            new Position("log", step), steps.get(step).node())
                    .vector(LoggedVector.of(timestamps.get(step).toMap()))
                    .label("step " + step)
                    .time(Instant.ofEpochMilli(step + random.nextInt(20)))
                    .access(access)
                    .build());
        }
    }

    private Access access(int step, BitSet past) {
        String resource = "r" + random.nextInt(RESOURCES);
        List<String> made = versions.computeIfAbsent(resource, r -> new ArrayList<>(List.of(r + " at the start")));
        String seen = random.nextInt(8) == 0 ? null : made.get(random.nextInt(made.size()));
        addTo(past, seen == null ? ExecutionStep.NONE : makers.getOrDefault(seen, ExecutionStep.NONE));
        if (random.nextBoolean()) {
            return new Access(resource, Access.Kind.READ, null, seen);
        }
        String version = resource + " of step " + step;
        made.add(version);
        makers.put(version, step);
        return new Access(resource, Access.Kind.WRITE, seen, version);
    }

    private void addTo(BitSet past, int step) {
        if (step != ExecutionStep.NONE) {
            past.or(pasts.get(step));
            past.set(step);
        }
    }

    boolean happensBefore(int a, int b) {
        return pasts.get(b).get(a);
    }

    public Ordering relation(int a, int b) {
        if (a == b) {
            return Ordering.EQUAL;
        }
        return happensBefore(a, b)
                ? Ordering.HAPPENS_BEFORE
                : happensBefore(b, a) ? Ordering.HAPPENS_AFTER : Ordering.CONCURRENT;
    }

    /**
     * The log without some events, with some lines twice, in any order. The last of each node is there: it proves the
     * others.
     */
    public List<LoggedEvent> log(double loss, double duplication) {
        Map<String, LoggedEvent> last = new HashMap<>();
        events.forEach(event -> last.put(event.node(), event));
        List<LoggedEvent> log = new ArrayList<>();
        for (LoggedEvent event : events) {
            if (random.nextDouble() >= loss || event.equals(last.get(event.node()))) {
                log.add(event);
                if (random.nextDouble() < duplication) {
                    log.add(event);
                }
            }
        }
        Collections.shuffle(log, random);
        return log;
    }

    private static final class Clocks implements ClockOperations<VectorClock, VectorTimestamp> {
        @Override
        public VectorClock create(String node) {
            return new VectorClock(node);
        }

        @Override
        public VectorClock resume(String node, VectorTimestamp last) {
            return VectorClock.resume(node, last);
        }

        @Override
        public VectorTimestamp tick(VectorClock clock) {
            return clock.tick();
        }

        @Override
        public VectorTimestamp send(VectorClock clock) {
            return clock.send();
        }

        @Override
        public VectorTimestamp receive(VectorClock clock, VectorTimestamp remote) {
            return clock.receive(remote);
        }
    }
}
