// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.likeaclockwork.CausalityRelation;
import dev.likeaclockwork.LamportTimestamp;
import dev.likeaclockwork.VectorTimestamp;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ExecutionTest {
    private static final int EVENTS_OF_AN_EXECUTION = 1_000;
    private static final int PAIRS_OF_AN_EVENT = 20;

    @Test
    void oneSeed_alwaysGivesTheSameExecution() {
        assertThat(Execution.generate(7).steps())
                .isEqualTo(Execution.generate(7).steps());
        assertThat(Execution.generate(7).steps())
                .isNotEqualTo(Execution.generate(8).steps());
    }

    @Test
    void execution_hasLossReorderingDuplicationNewMembersAndRestarts() {
        List<Step> steps =
                Execution.generate(1, ExecutionShape.DEFAULT.withEvents(2_000)).steps();
        List<Integer> received =
                steps.stream().map(Step::message).filter(m -> m >= 0).toList();
        Set<Integer> distinct = new HashSet<>(received);

        assertThat(distinct).as("duplication").hasSizeLessThan(received.size());
        assertThat(received)
                .as("reordering")
                .isNotEqualTo(received.stream().sorted().toList());
        assertThat(steps.stream().filter(s -> s.kind() == Step.Kind.SEND).count())
                .as("loss")
                .isGreaterThan(distinct.size());
        assertThat(steps.stream().map(Step::node).distinct().count())
                .as("new members")
                .isGreaterThan(5);
        assertThat(steps.stream().filter(Step::restarted).count())
                .as("restarts")
                .isPositive();
    }

    @Test
    void reliableNetwork_deliversEachMessageOnceAndInOrder() {
        List<Integer> received = Execution.generate(1, ExecutionShape.DEFAULT.withReliableNetwork()).steps().stream()
                .map(Step::message)
                .filter(message -> message >= 0)
                .toList();

        assertThat(received).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void truth_followsProgramOrderAndMessagesOnly() {
        for (long seed = 0; seed < 20; seed++) {
            Execution execution = Execution.generate(seed, ExecutionShape.DEFAULT.withEvents(60));
            for (int effect = 0; effect < execution.size(); effect++) {
                Set<Integer> past = walk(execution.steps(), effect, new HashSet<>());
                for (int i = 0; i < execution.size(); i++) {
                    assertThat(execution.relation(i, effect) == CausalityRelation.HAPPENS_BEFORE)
                            .isEqualTo(past.contains(i));
                }
            }
        }
    }

    private static Set<Integer> walk(List<Step> steps, int from, Set<Integer> seen) {
        for (int cause : List.of(steps.get(from).previous(), steps.get(from).message())) {
            if (cause >= 0 && seen.add(cause)) {
                walk(steps, cause, seen);
            }
        }
        return seen;
    }

    @Test
    void shape_namesThePartAndTheValue() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExecutionShape.DEFAULT.withNodes(0))
                .withMessage("nodes must be at least 1, but is 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExecutionShape.DEFAULT.withJoining(Double.NaN))
                .withMessage("joining must be from 0 to 1, but is NaN");
    }

    @Test
    void aMillionEvents_areRelatedAsReachabilitySays() {
        SplittableRandom random = new SplittableRandom(1978);
        ExecutionShape shape = ExecutionShape.DEFAULT.withEvents(EVENTS_OF_AN_EXECUTION);
        int events = 0;
        for (long seed = 0; events < 1_000_000; seed++) {
            Execution execution = Execution.generate(seed, shape.withNodes(random.nextInt(1, 12)));
            List<VectorTimestamp> vectors = execution.replay(new CoreClocks.Vector());
            List<LamportTimestamp> times = execution.replay(new CoreClocks.Lamport());
            for (int i = 0; i < execution.size(); i++) {
                for (int pair = 0; pair < PAIRS_OF_AN_EVENT; pair++) {
                    int j = random.nextInt(execution.size());
                    CausalityRelation truth = execution.relation(i, j);
                    if (vectors.get(i).relationTo(vectors.get(j)) != truth) {
                        throw new AssertionError(execution + ": events " + i + " and " + j + " are " + truth);
                    }
                    if (truth == CausalityRelation.HAPPENS_BEFORE
                            && times.get(i).compareTo(times.get(j)) >= 0) {
                        throw new AssertionError(execution + ": events " + i + " and " + j + ", Lamport");
                    }
                }
            }
            events += execution.size();
        }

        assertThat(events).isEqualTo(1_000_000);
    }

    @Test
    void relationAndMergeOfCore_keepTheirLawsInHundredThousandCases() {
        RelationLaws<VectorTimestamp> relationLaws = new RelationLaws<>(VectorTimestamp::relationTo);
        MergeLaws<VectorTimestamp> mergeLaws = new MergeLaws<>(VectorTimestamp::merge, VectorTimestamp::relationTo);
        SplittableRandom random = new SplittableRandom(1988);
        for (int execution = 0; execution < 500; execution++) {
            List<VectorTimestamp> values = Execution.generate(execution).replay(new CoreClocks.Vector());
            for (int i = 0; i < 200; i++) {
                VectorTimestamp a = values.get(random.nextInt(values.size()));
                VectorTimestamp b = values.get(random.nextInt(values.size()));
                VectorTimestamp c = values.get(random.nextInt(values.size()));
                relationLaws.check(a, b, c);
                mergeLaws.check(a, b, c);
            }
        }
    }

    @Test
    void nodes_areNamedAsTheyJoin() {
        Set<String> nodes = Execution.generate(3, ExecutionShape.DEFAULT.withJoining(0)).steps().stream()
                .map(Step::node)
                .collect(Collectors.toSet());

        assertThat(nodes).containsExactlyInAnyOrder("node-0", "node-1", "node-2", "node-3", "node-4");
    }
}
