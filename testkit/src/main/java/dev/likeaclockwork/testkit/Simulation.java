// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.testkit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Nodes that tick, send and receive at random. Used once. */
final class Simulation {
    private final ExecutionShape shape;
    private final SplittableRandom random;
    private final List<Step> steps = new ArrayList<>();
    private final List<String> nodes = new ArrayList<>();

    /** From node to the place of its last step. */
    private final Map<String, Integer> last = new HashMap<>();

    /** The messages that are under way, oldest first. */
    private final List<Message> inFlight = new ArrayList<>();

    /** What a send sent, by the place of that step. */
    private record Message(int send) {}

    Simulation(ExecutionShape shape, SplittableRandom random) {
        this.shape = shape;
        this.random = random;
    }

    List<Step> run() {
        while (nodes.size() < shape.nodes()) {
            addNode();
        }
        while (steps.size() < shape.events()) {
            step(happens(shape.joining()) ? addNode() : nodes.get(random.nextInt(nodes.size())));
        }
        return steps;
    }

    private String addNode() {
        String node = "node-" + nodes.size();
        nodes.add(node);
        return node;
    }

    private void step(String node) {
        int previous = last.getOrDefault(node, -1);
        boolean restarted = previous >= 0 && happens(shape.restarting());
        last.put(node, steps.size());
        Step tick = new Step(Step.Kind.TICK, node, previous, -1, restarted);
        steps.add(
                switch (random.nextInt(3)) {
                    case 0 -> send(tick);
                    case 1 -> inFlight.isEmpty() ? tick : receive(tick);
                    default -> tick;
                });
    }

    private Step send(Step step) {
        if (!happens(shape.loss())) {
            inFlight.add(new Message(steps.size()));
        }
        return new Step(Step.Kind.SEND, step.node(), step.previous(), -1, step.restarted());
    }

    private Step receive(Step step) {
        int place = happens(shape.reordering()) ? random.nextInt(inFlight.size()) : 0;
        Message message = inFlight.get(place);
        if (!happens(shape.duplication())) {
            inFlight.remove(place);
        }
        return new Step(Step.Kind.RECEIVE, step.node(), step.previous(), message.send(), step.restarted());
    }

    private boolean happens(double rate) {
        return random.nextDouble() < rate;
    }
}
