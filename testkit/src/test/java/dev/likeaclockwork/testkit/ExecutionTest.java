// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.likeaclockwork.CausalityRelation;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExecutionTest {
    private static final int NONE = ExecutionStep.NONE;

    @Test
    void sameSeed_givesTheSameExecution() {
        assertThat(Execution.seeded(3).steps()).isEqualTo(Execution.seeded(3).steps());
        assertThat(Execution.seeded(3).steps()).isNotEqualTo(Execution.seeded(4).steps());
    }

    @Test
    void oneSeed_standsForOneExecutionInEveryVersion() {
        ExecutionShape shape = ExecutionShape.DEFAULT.withNodes(2).withEvents(4).withJoins(0.2);

        assertThat(Execution.of(shape.withRestarts(0.2), 11).steps())
                .containsExactly(
                        new ExecutionStep("n0", Verb.SEND, NONE, NONE, false),
                        new ExecutionStep("n1", Verb.SEND, NONE, NONE, false),
                        new ExecutionStep("n2", Verb.TICK, 0, NONE, true),
                        new ExecutionStep("n0", Verb.RECEIVE, 0, 0, false));
    }

    @Test
    void fewerEvents_cutTheSameExecutionShort() {
        List<ExecutionStep> steps =
                Execution.of(ExecutionShape.seeded(8).withEvents(100), 8).steps();

        assertThat(Execution.of(ExecutionShape.seeded(8).withEvents(60), 8).steps())
                .isEqualTo(steps.subList(0, 60));
    }

    @Test
    void relation_isReachabilityAlongNodesAndMessages() {
        for (long seed = 0; seed < 200; seed++) {
            Execution execution = Execution.of(ExecutionShape.seeded(seed).withEvents(40), seed);
            for (int a = 0; a < 40; a++) {
                for (int b = 0; b < 40; b++) {
                    assertThat(execution.happensBefore(a, b))
                            .as("%s and %s of %s", a, b, execution)
                            .isEqualTo(a != b && leadsTo(execution.steps(), a, b));
                }
            }
        }
    }

    /** Walks back from {@code b}, without any memory. */
    private static boolean leadsTo(List<ExecutionStep> steps, int a, int b) {
        return a == b
                || (b > a
                        && (leadsTo(steps, a, steps.get(b).previous())
                                || leadsTo(steps, a, steps.get(b).message())));
    }

    @Test
    void relation_isSeenFromEitherSide() {
        Execution execution = Execution.seeded(11);
        int last = execution.steps().size() - 1;
        int previous = execution.steps().get(last).previous();

        assertThat(execution.relation(last, last)).isEqualTo(CausalityRelation.EQUAL);
        assertThat(execution.relation(previous, last)).isEqualTo(CausalityRelation.HAPPENS_BEFORE);
        assertThat(execution.relation(last, previous)).isEqualTo(CausalityRelation.HAPPENS_AFTER);
        assertThat(IntStream.range(0, last).mapToObj(i -> execution.relation(i, last)))
                .contains(CausalityRelation.CONCURRENT);
        assertThatThrownBy(() -> execution.relation(0, last + 1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void everyStep_goesOnAfterTheLastOfItsNode() {
        for (long seed = 0; seed < 200; seed++) {
            List<ExecutionStep> steps = Execution.seeded(seed).steps();
            Map<String, Integer> last = new HashMap<>();
            for (int i = 0; i < steps.size(); i++) {
                ExecutionStep step = steps.get(i);
                Integer previous = last.put(step.node(), i);
                boolean forked = previous == null && step.resumed();
                assertThat(step.previous()).isLessThan(i);
                assertThat(forked || step.previous() == Objects.requireNonNullElse(previous, NONE))
                        .isTrue();
            }
        }
    }

    @Test
    void everyReceive_hasAnEarlierSend() {
        List<ExecutionStep> steps =
                Execution.of(ExecutionShape.DEFAULT.withEvents(5_000), 1).steps();
        for (int i = 0; i < steps.size(); i++) {
            ExecutionStep step = steps.get(i);
            assertThat(step.message() != NONE).isEqualTo(step.verb() == Verb.RECEIVE);
            assertThat(step.message()).isLessThan(i);
            assertThat(step.message() == NONE || steps.get(step.message()).verb() == Verb.SEND)
                    .isTrue();
        }
    }

    @Test
    void depths_growByOneAlongTheLongestPath() {
        Execution execution = Execution.of(ExecutionShape.DEFAULT.withNodes(1).withJoins(0), 1);

        assertThat(execution.depths())
                .containsExactly(IntStream.rangeClosed(1, 300).asLongStream().toArray());
    }

    @Test
    void check_namesTheSeedAndTheStepsThatDisagree() {
        Execution execution =
                Execution.of(ExecutionShape.DEFAULT.withNodes(1).withEvents(2).withJoins(0), 9);
        List<String> timestamps = Collections.nCopies(2, "t");

        assertThatThrownBy(() -> execution.check(timestamps, (a, b) -> CausalityRelation.EQUAL))
                .isInstanceOf(AssertionError.class)
                .hasMessageMatching("step 0 \\(\\w+ on n0, t\\) and step 1 .*")
                .hasMessageContaining("are HAPPENS_BEFORE, but their timestamps say EQUAL")
                .hasMessageContaining("seed 9, ExecutionShape[nodes=1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> execution.check(List.of(), (a, b) -> CausalityRelation.EQUAL))
                .withMessageStartingWith("0 timestamps for 2 steps");
    }
}
