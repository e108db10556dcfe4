// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.testkit;

/**
 * How large an {@link Execution} is, and how unreliable its network and its processes are.
 *
 * <p>All rates are probabilities from 0 to 1. Immutable: each {@code with} method returns another shape.
 *
 * @param nodes the nodes that exist from the start; at least 1
 * @param events the events of all nodes together; not negative
 * @param loss the rate of messages that nobody receives
 * @param duplication the rate of receives after which the same message comes again, to the same node or another one
 * @param reordering the rate of receives that do not take the oldest message in flight
 * @param joining the rate of events that are the first of a new node
 * @param restarting the rate of events before which the node's process is started anew
 */
public record ExecutionShape(
        int nodes, int events, double loss, double duplication, double reordering, double joining, double restarting) {
    /** Five nodes and 200 events, in which everything that can go wrong does so now and then. */
    public static final ExecutionShape DEFAULT = new ExecutionShape(5, 200, 0.1, 0.1, 0.3, 0.01, 0.02);

    /**
     * Checks all parts.
     *
     * @throws IllegalArgumentException if a size is too small, or a rate is not from 0 to 1
     */
    public ExecutionShape {
        checkAtLeast("nodes", nodes, 1);
        checkAtLeast("events", events, 0);
        checkRate("loss", loss);
        checkRate("duplication", duplication);
        checkRate("reordering", reordering);
        checkRate("joining", joining);
        checkRate("restarting", restarting);
    }

    /** This shape with another number of nodes from the start. */
    public ExecutionShape withNodes(int nodes) {
        return new ExecutionShape(nodes, events, loss, duplication, reordering, joining, restarting);
    }

    /** This shape with another number of events. */
    public ExecutionShape withEvents(int events) {
        return new ExecutionShape(nodes, events, loss, duplication, reordering, joining, restarting);
    }

    /** This shape with a network that neither loses nor repeats nor reorders messages. */
    public ExecutionShape withReliableNetwork() {
        return new ExecutionShape(nodes, events, 0, 0, 0, joining, restarting);
    }

    /** This shape with another rate of new nodes. */
    public ExecutionShape withJoining(double joining) {
        return new ExecutionShape(nodes, events, loss, duplication, reordering, joining, restarting);
    }

    /** This shape with another rate of restarts. */
    public ExecutionShape withRestarting(double restarting) {
        return new ExecutionShape(nodes, events, loss, duplication, reordering, joining, restarting);
    }

    private static void checkAtLeast(String parameter, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException(parameter + " must be at least " + least + ", but is " + value);
        }
    }

    private static void checkRate(String parameter, double rate) {
        if (!(rate >= 0 && rate <= 1)) {
            throw new IllegalArgumentException(parameter + " must be from 0 to 1, but is " + rate);
        }
    }
}
