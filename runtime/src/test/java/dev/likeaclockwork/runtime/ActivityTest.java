// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.likeaclockwork.CausalityRelation;
import dev.likeaclockwork.VectorTimestamp;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ActivityTest {
    private final Logs logs = new Logs();
    private final Clockwork clockwork = logs.clockwork;

    @AfterEach
    void close() {
        clockwork.close();
        assertThat(CurrentActivity.get()).isEmpty();
    }

    @Test
    void node_isTheServiceAnd64RandomBits() {
        assertThat(clockwork.startActivity().node()).matches("order/[0-9a-hjkmnp-tv-z]{13}");
        assertThat(clockwork.startActivity().node())
                .isNotEqualTo(clockwork.startActivity().node());
    }

    @Test
    void nodeIds_comeFromTheRandomSource() {
        Clockwork seeded = Clockwork.builder("a").random(new Random(7)).build();
        Clockwork same = Clockwork.builder("a").random(new Random(7)).build();
        assertThat(seeded.startActivity().node()).isEqualTo(same.startActivity().node());
        assertThat(new NodeIds("a", new Ones()).next()).isEqualTo("a/fzzzzzzzzzzzz");
    }

    @Test
    void serviceWithSlash_isRefused() {
        assertThatThrownBy(() -> Clockwork.builder("a/b").build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'a/b'");
    }

    @Test
    void verbs_recordOneLineEachAndCount() {
        Activity activity = clockwork.startActivity();
        VectorTimestamp remote = clockwork.startActivity().send("sent");
        assertThat(activity.tick("a").get(activity.node())).isEqualTo(1);
        assertThat(activity.send("b").get(activity.node())).isEqualTo(2);
        VectorTimestamp received = activity.receive("c", remote);
        assertThat(received.relationTo(remote)).isEqualTo(CausalityRelation.HAPPENS_AFTER);
        assertThat(logs.lines()).hasSize(4);
        assertThat(Logs.faults(logs.graph())).isEmpty();
    }

    @Test
    void fork_knowsThePastOfItsParentOnly() {
        Activity parent = clockwork.startActivity();
        VectorTimestamp before = parent.tick("before");
        Activity child = parent.fork();
        VectorTimestamp after = parent.tick("after");
        VectorTimestamp inChild = child.tick("child");
        assertThat(before.relationTo(inChild)).isEqualTo(CausalityRelation.HAPPENS_BEFORE);
        assertThat(after.relationTo(inChild)).isEqualTo(CausalityRelation.CONCURRENT);
    }

    @Test
    void join_mergesTheKnowledgeOfTheChild() {
        Activity parent = clockwork.startActivity();
        Activity child = parent.fork();
        VectorTimestamp inChild = child.tick("child");
        assertThat(parent.tick("before").relationTo(inChild)).isEqualTo(CausalityRelation.CONCURRENT);
        parent.join(child);
        assertThat(inChild.relationTo(parent.tick("after"))).isEqualTo(CausalityRelation.HAPPENS_BEFORE);
        assertThat(Logs.faults(logs.graph())).isEmpty();
    }

    @Test
    void silentBranches_leaveNoEntries() {
        Activity parent = clockwork.startActivity();
        parent.join(parent.fork().fork());
        assertThat(parent.tick("only").toMap()).containsExactly(Map.entry(parent.node(), 1L));
        assertThat(parent.fork().tick("child").size()).isEqualTo(2);
    }

    @Test
    void wrappedTask_isABranchThatForksWhereItIsWrapped() throws Exception {
        Activity parent = clockwork.startActivity();
        VectorTimestamp before = parent.tick("before");
        VectorTimestamp[] inTask = new VectorTimestamp[1];
        Runnable task = parent.wrap(() -> {
            inTask[0] = clockwork.event("in.task").record();
        });
        VectorTimestamp after = parent.tick("after");
        Thread thread = new Thread(task);
        thread.start();
        thread.join();
        assertThat(before.relationTo(inTask[0])).isEqualTo(CausalityRelation.HAPPENS_BEFORE);
        assertThat(after.relationTo(inTask[0])).isEqualTo(CausalityRelation.CONCURRENT);
    }

    @Test
    void resultOfAnExecutor_joinsItsBranchWhereItIsTaken() throws Exception {
        ExecutorService threads = Executors.newSingleThreadExecutor();
        ExecutorService executor = clockwork.wrap(threads);
        Activity parent = clockwork.startActivity();
        ActivityScope scope = parent.makeCurrent();
        Future<VectorTimestamp> result =
                executor.submit(() -> clockwork.event("in.task").record());
        VectorTimestamp beside = parent.tick("beside");
        VectorTimestamp inTask = result.get();
        assertThat(beside.relationTo(inTask)).isEqualTo(CausalityRelation.CONCURRENT);
        assertThat(inTask.relationTo(parent.tick("after"))).isEqualTo(CausalityRelation.HAPPENS_BEFORE);
        scope.close();
        threads.shutdown();
    }

    @Test
    void valueOfAFuture_joinsItsBranchWhereItIsTaken() {
        ExecutorService threads = Executors.newSingleThreadExecutor();
        Activity parent = clockwork.startActivity();
        ActivityScope scope = parent.makeCurrent();
        CompletableFuture<VectorTimestamp> future = clockwork
                .supplyAsync(() -> clockwork.event("in.task").record(), threads)
                .thenApply(timestamp -> timestamp);
        VectorTimestamp inTask = future.join();
        assertThat(inTask.relationTo(parent.tick("after"))).isEqualTo(CausalityRelation.HAPPENS_BEFORE);
        scope.close();
        threads.shutdown();
        assertThat(Logs.faults(logs.graph())).isEmpty();
    }

    @Test
    void failedFuture_passesTheFailureOn() {
        CompletableFuture<String> failed =
                clockwork.startActivity().carry(CompletableFuture.failedFuture(new IllegalStateException("x")));
        assertThatThrownBy(failed::join).hasCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void eventWithoutActivity_startsAnActivityOfItsOwn() {
        clockwork.event("a").record();
        clockwork.event("b").record();
        assertThat(logs.graph().nodes()).isEqualTo(2);
    }

    @Test
    void process_hasOneNodeThatIsAlwaysCurrent() {
        try (Logs process = new Logs(NodeScope.PROCESS)) {
            Activity one = process.clockwork.startActivity();
            one.fork().tick("a");
            process.clockwork.event("b").record();
            assertThat(process.clockwork.current()).containsSame(one);
            assertThat(process.graph().nodes()).isEqualTo(1);
            assertThat(Logs.faults(process.graph())).isEmpty();
        }
    }

    @Test
    void runtimesInOneThread_doNotMix() {
        try (Logs other = new Logs()) {
            ActivityScope scope = clockwork.startActivity().makeCurrent();
            assertThat(other.clockwork.current()).isEmpty();
            scope.close();
        }
    }

    @Test
    void peerThatClaimsUnrecordedEvents_isCounted() {
        Activity activity = clockwork.startActivity();
        activity.tick("a");
        activity.receive("b", VectorTimestamp.of(Map.of(activity.node(), 1L)));
        assertThat(logs.metrics.conflicts).hasValue(0);
        activity.receive("c", VectorTimestamp.of(Map.of(activity.node(), 9L)));
        assertThat(logs.metrics.conflicts).hasValue(1);
        assertThat(activity.snapshot().get(activity.node())).isEqualTo(10);
    }

    private static final class Ones implements java.util.random.RandomGenerator {
        @Override
        public long nextLong() {
            return -1;
        }
    }
}
