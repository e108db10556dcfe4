// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.testkit;

import dev.likeaclockwork.CausalityRelation;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * What happened on some nodes that send messages to each other, and what truly happened before what.
 *
 * <p>The steps stand in an order in which they could have happened: each one behind all that happened before it. The
 * {@linkplain #relation truth} comes from following program order and messages (Lamport 1978) and knows of no clock, so
 * that clocks can be compared with it.
 *
 * <p>Immutable and thread-safe. One seed and shape always give the same execution. The truth takes n²/8 bytes for n events.
 */
public final class Execution {
    private final long seed;
    private final List<Step> steps;

    /** Of each step: all steps that happened before it. */
    private final BitSet[] pasts;

    private Execution(long seed, List<Step> steps) {
        this.seed = seed;
        this.steps = List.copyOf(steps);
        this.pasts = pasts(steps);
    }

    /** The execution that a seed stands for, in the default shape. */
    public static Execution generate(long seed) {
        return generate(seed, ExecutionShape.DEFAULT);
    }

    /** The execution that a seed stands for, in a shape. */
    public static Execution generate(long seed, ExecutionShape shape) {
        return new Execution(seed, new Simulation(shape, new SplittableRandom(seed)).run());
    }

    private static BitSet[] pasts(List<Step> steps) {
        BitSet[] pasts = new BitSet[steps.size()];
        for (int i = 0; i < pasts.length; i++) {
            pasts[i] = new BitSet(i);
            include(steps.get(i).previous(), pasts, i);
            include(steps.get(i).message(), pasts, i);
        }
        return pasts;
    }

    private static void include(int cause, BitSet[] pasts, int effect) {
        if (cause >= 0) {
            pasts[effect].or(pasts[cause]);
            pasts[effect].set(cause);
        }
    }

    /** The number that this execution was made of. */
    public long seed() {
        return seed;
    }

    /** All events; unmodifiable. */
    public List<Step> steps() {
        return steps;
    }

    /** The number of events. */
    public int size() {
        return steps.size();
    }

    /**
     * How two events truly relate. Takes O(1).
     *
     * @param first the place of an event in {@link #steps}
     * @param second the place of another, or the same
     * @throws IndexOutOfBoundsException if there is no such event
     */
    public CausalityRelation relation(int first, int second) {
        if (first == second) {
            return CausalityRelation.EQUAL;
        }
        if (pasts[second].get(first)) {
            return CausalityRelation.HAPPENS_BEFORE;
        }
        return pasts[first].get(second) ? CausalityRelation.HAPPENS_AFTER : CausalityRelation.CONCURRENT;
    }

    /** Records every event with clocks of another kind, one for each node; the timestamps stand as the steps do. */
    public <C, T> List<T> replay(ClockAdapter<C, T> clocks) {
        Map<String, C> running = new HashMap<>();
        List<T> timestamps = new ArrayList<>(steps.size());
        for (Step step : steps) {
            if (step.restarted()) {
                running.put(step.node(), clocks.resume(step.node(), timestamps.get(step.previous())));
            }
            C clock = running.computeIfAbsent(step.node(), clocks::start);
            timestamps.add(
                    switch (step.kind()) {
                        case TICK -> clocks.tick(clock);
                        case SEND -> clocks.send(clock);
                        case RECEIVE -> clocks.receive(clock, timestamps.get(step.message()));
                    });
        }
        return timestamps;
    }

    /** Names the seed and the size. */
    @Override
    public String toString() {
        return "execution of seed " + seed + " with " + size() + " events";
    }
}
