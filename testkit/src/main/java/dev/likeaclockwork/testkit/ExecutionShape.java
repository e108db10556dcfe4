// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.testkit;

import java.util.SplittableRandom;

/**
 * How executions look: how many nodes and events, and how probable each incident is.
 *
 * <p>All probabilities are from 0 to 1. This record is immutable; the {@code with} methods return changed copies.
 *
 * @param nodes the members at the start; 1 to 1000
 * @param events the steps of all nodes together; 0 to 20000, because ground truth takes n<sup>2</sup>/16 bytes
 * @param sends the probability that a step sends a message
 * @param receives the probability that a step receives one, if one is on its way; what remains is ticks
 * @param loss the probability that a message never arrives
 * @param reorder the probability that the next message to arrive is any that is on its way, and not the oldest
 * @param duplication the probability that a message arrives once more
 * @param joins the probability per step that a new member appears; half of them are forked off a node and know its past
 * @param restarts the probability per step that its node was restarted before, from its last timestamp
 */
public record ExecutionShape(
        int nodes,
        int events,
        double sends,
        double receives,
        double loss,
        double reorder,
        double duplication,
        double joins,
        double restarts) {
    /** Five nodes, 300 events, and a little of every incident. */
    public static final ExecutionShape DEFAULT = new ExecutionShape(5, 300, 0.35, 0.4, 0.1, 0.3, 0.1, 0.01, 0.02);

    private static final int MAX_NODES = 1_000;
    private static final int MAX_EVENTS = 20_000;

    /**
     * Checks all parts.
     *
     * @throws IllegalArgumentException if one is out of its range, or sends and receives are together above 1
     */
    public ExecutionShape {
        check("nodes", nodes, 1, MAX_NODES);
        check("events", events, 0, MAX_EVENTS);
        check("sends", sends, 0, 1);
        check("receives", receives, 0, 1);
        check("sends + receives", sends + receives, 0, 1);
        check("loss", loss, 0, 1);
        check("reorder", reorder, 0, 1);
        check("duplication", duplication, 0, 1);
        check("joins", joins, 0, 1);
        check("restarts", restarts, 0, 1);
    }

    private static void check(String parameter, double value, double min, double max) {
        if (!(value >= min && value <= max)) {
            throw new IllegalArgumentException(parameter + " must be from " + min + " to " + max + ", but is " + value);
        }
    }

    /**
     * A shape whose every part is drawn from the seed: 1 to 12 nodes, 1 to 200 events, and each incident rare or
     * common.
     */
    public static ExecutionShape seeded(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double sends = random.nextDouble(0.1, 0.5);
        return new ExecutionShape(
                random.nextInt(1, 13),
                random.nextInt(1, 201),
                sends,
                random.nextDouble(0.1, 1 - sends),
                random.nextDouble(0.5),
                random.nextDouble(),
                random.nextDouble(0.5),
                random.nextDouble(0.05),
                random.nextDouble(0.2));
    }

    /** This shape with that many members at the start. */
    public ExecutionShape withNodes(int nodes) {
        return new ExecutionShape(nodes, events, sends, receives, loss, reorder, duplication, joins, restarts);
    }

    /**
     * This shape with that many steps; with fewer, executions of the same seed are cut short and are otherwise the
     * same.
     */
    public ExecutionShape withEvents(int events) {
        return new ExecutionShape(nodes, events, sends, receives, loss, reorder, duplication, joins, restarts);
    }

    /** This shape with other probabilities of sends and receives; the rest of the steps are ticks. */
    public ExecutionShape withMessages(double sends, double receives) {
        return new ExecutionShape(nodes, events, sends, receives, loss, reorder, duplication, joins, restarts);
    }

    /** This shape with another probability of loss. */
    public ExecutionShape withLoss(double loss) {
        return new ExecutionShape(nodes, events, sends, receives, loss, reorder, duplication, joins, restarts);
    }

    /** This shape with another probability of reordering. */
    public ExecutionShape withReorder(double reorder) {
        return new ExecutionShape(nodes, events, sends, receives, loss, reorder, duplication, joins, restarts);
    }

    /** This shape with another probability of duplication. */
    public ExecutionShape withDuplication(double duplication) {
        return new ExecutionShape(nodes, events, sends, receives, loss, reorder, duplication, joins, restarts);
    }

    /** This shape with another probability of new members. */
    public ExecutionShape withJoins(double joins) {
        return new ExecutionShape(nodes, events, sends, receives, loss, reorder, duplication, joins, restarts);
    }

    /** This shape with another probability of restarts. */
    public ExecutionShape withRestarts(double restarts) {
        return new ExecutionShape(nodes, events, sends, receives, loss, reorder, duplication, joins, restarts);
    }
}
