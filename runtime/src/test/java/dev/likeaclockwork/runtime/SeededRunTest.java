// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.graph.CausalGraph;
import dev.likeaclockwork.graph.Verdict;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Branches that fork, join and send to each other in several threads; the log is compared with the true causal past.
 */
class SeededRunTest {
    private static final int BRANCHES = 24;
    private static final int STEPS = 400;

    private record Step(int branch, int other, int verb) {}

    /** A branch and the causal past of its next event. */
    private static final class Branch {
        private Activity activity;
        private BitSet past = new BitSet();

        private Branch(Activity activity) {
            this.activity = activity;
        }
    }

    private record Recorded(String node, long counter, BitSet past) {}

    private final List<Recorded> truth = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void log_matchesTheExecution(long seed) throws Exception {
        try (Logs logs = new Logs()) {
            run(logs.clockwork, new Random(seed));
            CausalGraph graph = logs.graph();
            assertThat(Logs.faults(graph)).isEmpty();
            assertThat(graph.size()).isEqualTo(truth.size());
            compare(graph, seed);
        }
    }

    /** Runs the steps one after the other in the threads of a pool, so that their true order is known. */
    private void run(Clockwork clockwork, Random random) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Branch> branches = new ArrayList<>();
        for (int i = 0; i < BRANCHES; i++) {
            branches.add(new Branch(clockwork.startActivity()));
        }
        for (int i = 0; i < STEPS; i++) {
            Step step = new Step(random.nextInt(BRANCHES), random.nextInt(BRANCHES), random.nextInt(4));
            Future<?> done = threads.submit(() -> step(step, branches));
            done.get();
        }
        threads.shutdown();
    }

    private void step(Step step, List<Branch> branches) {
        Branch branch = branches.get(step.branch);
        Branch other = branches.get(step.other);
        switch (step.verb) {
            case 0 -> record(branch, branch.activity.tick("tick"));
            case 1 -> {
                VectorTimestamp sent = branch.activity.send("send");
                record(branch, sent);
                BitSet carried = (BitSet) branch.past.clone();
                VectorTimestamp received = other.activity.receive("receive", sent);
                other.past.or(carried);
                record(other, received);
            }
            case 2 -> {
                other.activity = branch.activity.fork();
                other.past = (BitSet) branch.past.clone();
            }
            default -> {
                branch.activity.join(other.activity);
                branch.past.or(other.past);
            }
        }
    }

    private void record(Branch branch, VectorTimestamp timestamp) {
        String node = branch.activity.node();
        truth.add(new Recorded(node, timestamp.get(node), (BitSet) branch.past.clone()));
        branch.past.set(truth.size() - 1);
    }

    private void compare(CausalGraph graph, long seed) {
        for (int e = 0; e < truth.size(); e++) {
            for (int f = e + 1; f < truth.size(); f++) {
                Verdict expected = truth.get(f).past.get(e) ? Verdict.HAPPENS_BEFORE : Verdict.CONCURRENT;
                assertThat(graph.relation(number(graph, e), number(graph, f)))
                        .as("seed %d, events %d and %d", seed, e, f)
                        .isEqualTo(expected);
            }
        }
    }

    private int number(CausalGraph graph, int event) {
        Recorded recorded = truth.get(event);
        return graph.find(recorded.node, recorded.counter).orElseThrow();
    }
}
