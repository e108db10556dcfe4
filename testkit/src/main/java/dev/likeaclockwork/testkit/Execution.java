// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.testkit;

import dev.likeaclockwork.CausalityRelation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;

/**
 * A run of several nodes whose events have a known order: ground truth for any clock.
 *
 * <p>Nodes tick, send and receive; messages are lost, reordered and duplicated; members join, are forked off and
 * restart, as an {@link ExecutionShape} says. One event happened before another if a path along nodes and messages
 * leads there.
 *
 * <pre>{@code
 * Execution execution = Execution.of(ExecutionShape.DEFAULT.withLoss(0.5), 42);
 * execution.check(execution.replay(myClocks), MyTimestamp::relationTo);
 * }</pre>
 *
 * <p>The same shape and seed give the same execution, always. This class is immutable and thread-safe. Making one of n
 * steps takes time and memory of O(n<sup>2</sup>), with a small factor: 25 MB for 20000.
 */
public final class Execution {
    private final ExecutionShape shape;
    private final long seed;
    private final List<ExecutionStep> steps;
    private final Reachability reachability;

    private Execution(ExecutionShape shape, long seed) {
        this.shape = Objects.requireNonNull(shape, "shape");
        this.seed = seed;
        this.steps = new ExecutionGenerator(shape, seed).generate();
        this.reachability = new Reachability(steps);
    }

    /** The execution of this shape that the seed stands for. */
    public static Execution of(ExecutionShape shape, long seed) {
        return new Execution(shape, seed);
    }

    /** The execution that the seed stands for, its {@linkplain ExecutionShape#seeded shape} included. */
    public static Execution seeded(long seed) {
        return new Execution(ExecutionShape.seeded(seed), seed);
    }

    /** All steps, in an order that agrees with causality; unmodifiable. */
    public List<ExecutionStep> steps() {
        return steps;
    }

    /**
     * Whether step {@code a} happened before step {@code b}. No step happened before itself.
     *
     * @throws IndexOutOfBoundsException if there is no such step
     */
    public boolean happensBefore(int a, int b) {
        return reachability.reaches(Objects.checkIndex(a, steps.size()), Objects.checkIndex(b, steps.size()));
    }

    /**
     * How step {@code a} relates to step {@code b}; {@link CausalityRelation#EQUAL} if they are one.
     *
     * @throws IndexOutOfBoundsException if there is no such step
     */
    public CausalityRelation relation(int a, int b) {
        if (a == b) {
            return CausalityRelation.EQUAL;
        }
        if (happensBefore(a, b)) {
            return CausalityRelation.HAPPENS_BEFORE;
        }
        return happensBefore(b, a) ? CausalityRelation.HAPPENS_AFTER : CausalityRelation.CONCURRENT;
    }

    /**
     * For each step the number of steps on the longest path that leads to it, itself included; at least 1. Takes O(n).
     */
    public long[] depths() {
        long[] depths = new long[steps.size()];
        for (int i = 0; i < depths.length; i++) {
            ExecutionStep step = steps.get(i);
            depths[i] = 1 + Math.max(depth(depths, step.previous()), depth(depths, step.message()));
        }
        return depths;
    }

    private static long depth(long[] depths, int step) {
        return step == ExecutionStep.NONE ? 0 : depths[step];
    }

    /** Lets clocks record this execution, and returns the timestamp of each step, in a new list. */
    public <C, T> List<T> replay(ClockOperations<C, T> clocks) {
        Map<String, C> live = new HashMap<>();
        List<T> timestamps = new ArrayList<>(steps.size());
        for (ExecutionStep step : steps) {
            if (step.resumed()) {
                live.put(step.node(), clocks.resume(step.node(), timestamps.get(step.previous())));
            }
            C clock = live.computeIfAbsent(step.node(), clocks::create);
            timestamps.add(
                    switch (step.verb()) {
                        case TICK -> clocks.tick(clock);
                        case SEND -> clocks.send(clock);
                        case RECEIVE -> clocks.receive(clock, timestamps.get(step.message()));
                    });
        }
        return timestamps;
    }

    /**
     * Compares what the timestamps say of every two steps, in both directions, with what happened. Takes
     * O(n<sup>2</sup>) comparisons.
     *
     * @param timestamps one for each step, as {@link #replay} returns them
     * @throws IllegalArgumentException if there are more or fewer
     * @throws AssertionError if they tell another order, naming the seed and the two steps
     */
    public <T> void check(List<? extends T> timestamps, BiFunction<? super T, ? super T, CausalityRelation> relation) {
        if (timestamps.size() != steps.size()) {
            throw new IllegalArgumentException(
                    timestamps.size() + " timestamps for " + steps.size() + " steps; " + this);
        }
        for (int b = 0; b < steps.size(); b++) {
            for (int a = 0; a <= b; a++) {
                CausalityRelation truth = relation(a, b);
                checkPair(a, b, truth, timestamps, relation);
                checkPair(b, a, truth.inverse(), timestamps, relation);
            }
        }
    }

    private <T> void checkPair(
            int a,
            int b,
            CausalityRelation truth,
            List<? extends T> timestamps,
            BiFunction<? super T, ? super T, CausalityRelation> relation) {
        CausalityRelation told = relation.apply(timestamps.get(a), timestamps.get(b));
        if (told != truth) {
            throw new AssertionError(describe(a, timestamps) + " and " + describe(b, timestamps) + " are " + truth
                    + ", but their timestamps say " + told + "; " + this);
        }
    }

    private String describe(int index, List<?> timestamps) {
        ExecutionStep step = steps.get(index);
        String message = step.verb() == Verb.RECEIVE ? " of step " + step.message() : "";
        return "step " + index + " (" + step.verb() + message + " on " + step.node() + ", " + timestamps.get(index)
                + ")";
    }

    /** The seed and the shape, from which this execution can be made again. */
    @Override
    public String toString() {
        return "seed " + seed + ", " + shape;
    }
}
