// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.testkit;

import static dev.likeaclockwork.testkit.Refusals.assertRefused;

import dev.likeaclockwork.CausalityRelation;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The contract of vector clocks refuses broken timestamps, and clocks that are resumed from them in a wrong way. */
class BrokenVectorTimestampsTest {
    private static final String EXECUTIONS = "timestamps_tellTheOrderOfEverySeededExecution";
    private static final String EVERY_VERB = "everyVerb_recordsOneEventAfterTheLast";
    private static final String PARTIAL_ORDER = "relation_isAPartialOrder";
    private static final String LEAST_UPPER_BOUND = "merge_isTheLeastUpperBound";

    @Test
    void timestampThatChangesWithItsClock_isRefused() throws Exception {
        assertRefused(
                new NaiveVectorClocks() {
                    @Override
                    public Map<String, Long> tick(Clock clock) {
                        super.tick(clock);
                        return clock.counters;
                    }
                },
                EXECUTIONS,
                "earlierTimestamps_stayAsTheyWere");
    }

    @Test
    void resumeThatStartsFromZero_isRefused() throws Exception {
        assertRefused(
                new NaiveVectorClocks() {
                    @Override
                    public Clock resume(String node, Map<String, Long> last) {
                        return create(node);
                    }
                },
                EXECUTIONS,
                "resumedClock_goesOnAfterTheLastTimestamp",
                "forkedClocks_knowTheirParentAndNotEachOther");
    }

    @Test
    void resumeThatForgetsTheOthers_isRefused() throws Exception {
        assertRefused(
                new NaiveVectorClocks() {
                    @Override
                    public Clock resume(String node, Map<String, Long> last) {
                        return new Clock(node, Map.of(node, last.getOrDefault(node, 0L)));
                    }
                },
                EXECUTIONS,
                "resumedClock_goesOnAfterTheLastTimestamp");
    }

    @Test
    void relationThatOrdersEverything_isRefused() throws Exception {
        assertRefused(
                new NaiveVectorClocks() {
                    @Override
                    public CausalityRelation relation(Map<String, Long> a, Map<String, Long> b) {
                        CausalityRelation relation = super.relation(a, b);
                        return relation.isConcurrent() ? CausalityRelation.HAPPENS_BEFORE : relation;
                    }
                },
                EXECUTIONS,
                PARTIAL_ORDER);
    }

    @Test
    void relationThatTakesAbsentForUnrelated_isRefused() throws Exception {
        assertRefused(
                new NaiveVectorClocks() {
                    @Override
                    public CausalityRelation relation(Map<String, Long> a, Map<String, Long> b) {
                        return a.keySet().equals(b.keySet()) ? super.relation(a, b) : CausalityRelation.CONCURRENT;
                    }
                },
                EXECUTIONS,
                EVERY_VERB,
                LEAST_UPPER_BOUND);
    }

    @Test
    void mergeThatAdds_isRefused() throws Exception {
        assertRefused(
                new NaiveVectorClocks() {
                    @Override
                    public Map<String, Long> merge(Map<String, Long> a, Map<String, Long> b) {
                        Map<String, Long> sum = new HashMap<>(a);
                        b.forEach((node, counter) -> sum.merge(node, counter, Long::sum));
                        return sum;
                    }
                },
                LEAST_UPPER_BOUND);
    }

    @Test
    void mergeThatPrefersItsFirstSide_isRefused() throws Exception {
        assertRefused(
                new NaiveVectorClocks() {
                    @Override
                    public Map<String, Long> merge(Map<String, Long> a, Map<String, Long> b) {
                        Map<String, Long> merged = new HashMap<>(b);
                        merged.putAll(a);
                        return merged;
                    }
                },
                EXECUTIONS,
                LEAST_UPPER_BOUND);
    }
}
