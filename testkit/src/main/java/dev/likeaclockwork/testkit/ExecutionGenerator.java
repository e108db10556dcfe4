// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The run of one seed: nodes take turns, and messages wait in one list until they arrive. Used once, by one thread. */
final class ExecutionGenerator {
    private static final int NONE = ExecutionStep.NONE;

    private final ExecutionShape shape;
    private final SplittableRandom random;
    private final List<ExecutionStep> steps = new ArrayList<>();
    private final List<Member> members = new ArrayList<>();

    /** Oldest first. */
    private final List<Message> onTheWay = new ArrayList<>();

    ExecutionGenerator(ExecutionShape shape, long seed) {
        this.shape = shape;
        this.random = new SplittableRandom(seed);
    }

    private static final class Member {
        final String node;

        /** The step to go on after. */
        int last;

        /** Whether {@link #last} is another node's. */
        boolean forked;

        Member(String node, int last) {
            this.node = node;
            this.last = last;
            this.forked = last != NONE;
        }
    }

    private record Message(int send, Member to) {}

    List<ExecutionStep> generate() {
        for (int i = 0; i < shape.nodes(); i++) {
            join(NONE);
        }
        while (steps.size() < shape.events()) {
            if (chance(shape.joins())) {
                join(random.nextBoolean() ? anyMember().last : NONE);
            }
            act();
        }
        return List.copyOf(steps);
    }

    private void join(int last) {
        members.add(new Member("n" + members.size(), last));
    }

    private void act() {
        double draw = random.nextDouble();
        if (draw < shape.sends()) {
            send();
        } else if (draw < shape.sends() + shape.receives() && !onTheWay.isEmpty()) {
            receive();
        } else {
            record(anyMember(), Verb.TICK, NONE);
        }
    }

    private void send() {
        Message message = new Message(steps.size(), anyMember());
        record(anyMember(), Verb.SEND, NONE);
        if (!chance(shape.loss())) {
            onTheWay.add(message);
        }
    }

    /** A duplicate goes to the end of the list: it arrives late, and may be followed by another. */
    private void receive() {
        Message message = onTheWay.remove(chance(shape.reorder()) ? random.nextInt(onTheWay.size()) : 0);
        if (chance(shape.duplication())) {
            onTheWay.add(message);
        }
        record(message.to, Verb.RECEIVE, message.send);
    }

    private void record(Member member, Verb verb, int message) {
        boolean resumed = member.forked || (member.last != NONE && chance(shape.restarts()));
        steps.add(new ExecutionStep(member.node, verb, member.last, message, resumed));
        member.last = steps.size() - 1;
        member.forked = false;
    }

    private Member anyMember() {
        return members.get(random.nextInt(members.size()));
    }

    private boolean chance(double probability) {
        return random.nextDouble() < probability;
    }
}
