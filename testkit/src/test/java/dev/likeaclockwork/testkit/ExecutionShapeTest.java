// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Each part of a shape does to executions what it says. */
class ExecutionShapeTest {
    private static final int NONE = ExecutionStep.NONE;

    @Test
    void loss_keepsMessagesFromArriving() {
        assertThat(messages(ExecutionShape.DEFAULT.withLoss(1))).isEmpty();
    }

    @Test
    void duplication_letsMessagesArriveTwice() {
        assertThat(messages(ExecutionShape.DEFAULT.withDuplication(0))).doesNotHaveDuplicates();
        assertThat(messages(ExecutionShape.DEFAULT.withDuplication(1)))
                .hasSizeGreaterThan(2)
                .satisfies(messages -> assertThat(messages.stream().distinct()).hasSizeLessThan(messages.size()));
    }

    @Test
    void reorder_letsMessagesOvertakeEachOther() {
        ExecutionShape once = ExecutionShape.DEFAULT.withDuplication(0);

        assertThat(messages(once.withReorder(0))).isSorted();
        assertThat(messages(once.withReorder(1))).isNotEqualTo(sorted(messages(once.withReorder(1))));
    }

    private static List<Integer> messages(ExecutionShape shape) {
        return Execution.of(shape, 5).steps().stream()
                .map(ExecutionStep::message)
                .filter(message -> message != NONE)
                .toList();
    }

    private static List<Integer> sorted(List<Integer> values) {
        return values.stream().sorted().toList();
    }

    @Test
    void joins_addMembersThatKnowNothingOrTheirParent() {
        ExecutionShape shape = ExecutionShape.DEFAULT.withNodes(1).withRestarts(0);
        List<ExecutionStep> steps = Execution.of(shape.withJoins(0.1), 1).steps();

        assertThat(Execution.of(shape.withJoins(0), 1).steps())
                .extracting(ExecutionStep::node)
                .containsOnly("n0");
        assertThat(steps.stream().map(ExecutionStep::node).distinct()).hasSizeGreaterThan(5);
        assertThat(steps.stream().filter(ExecutionStep::resumed)).isNotEmpty();
        assertThat(steps.stream().filter(step -> step.previous() == NONE)).hasSizeGreaterThan(1);
    }

    @Test
    void restarts_resumeANodeFromItsLastStep() {
        ExecutionShape shape = ExecutionShape.DEFAULT.withJoins(0);

        assertThat(Execution.of(shape.withRestarts(0), 1).steps())
                .extracting(ExecutionStep::resumed)
                .containsOnly(false);
        assertThat(Execution.of(shape.withRestarts(1), 1).steps())
                .filteredOn(step -> step.previous() != NONE)
                .extracting(ExecutionStep::resumed)
                .containsOnly(true);
    }

    @Test
    void shape_namesTheParameterAndTheValue() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExecutionShape.DEFAULT.withLoss(1.5))
                .withMessage("loss must be from 0.0 to 1.0, but is 1.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExecutionShape.DEFAULT.withMessages(0.6, 0.5))
                .withMessageStartingWith("sends + receives");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExecutionShape.DEFAULT.withReorder(Double.NaN))
                .withMessageStartingWith("reorder");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExecutionShape.DEFAULT.withEvents(20_001))
                .withMessageStartingWith("events");
    }
}
