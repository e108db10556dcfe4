// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.context.ContextExecutorService;
import io.micrometer.context.ContextSnapshotFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

@EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "virtual threads came with JDK 21")
class VirtualThreadsTest {
    private static final int TASKS = 1000;

    private final Clockwork clockwork = Clockwork.builder("order").build();

    /** Found by reflection, because this test is compiled for Java 17. */
    private static ExecutorService virtualThreads() throws ReflectiveOperationException {
        return (ExecutorService)
                Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    }

    @Test
    void wrappedExecutor_makesEachVirtualThreadAFork() throws Exception {
        ExecutorService executor = clockwork.wrap(virtualThreads());
        Activity activity = clockwork.startActivity();
        List<Future<String>> tasks = new ArrayList<>();
        try (ActivityScope scope = activity.makeCurrent()) {
            assertThat(scope).isNotNull();
            for (int i = 0; i < TASKS; i++) {
                tasks.add(executor.submit(this::worker));
            }
            Set<String> workers = new HashSet<>();
            for (Future<String> task : tasks) {
                workers.add(task.get());
            }
            assertThat(workers).hasSize(TASKS).doesNotContain(activity.node());
            assertThat(activity.snapshot().nodes()).containsAll(workers);
        }
        executor.shutdown();
    }

    private String worker() {
        Activity current = clockwork.current().orElseThrow();
        current.tick("work.done");
        return current.node();
    }

    @Test
    void contextPropagation_carriesTheActivityToVirtualThreads() throws Exception {
        ExecutorService bare = virtualThreads();
        ExecutorService carrying = ContextExecutorService.wrap(
                bare, () -> ContextSnapshotFactory.builder().build().captureAll());
        Activity activity = clockwork.startActivity();
        try (ActivityScope scope = activity.makeCurrent()) {
            assertThat(scope).isNotNull();
            Future<Optional<Activity>> carried = carrying.submit(CurrentActivity::get);
            assertThat(carried.get()).containsSame(activity);
            Future<Optional<Activity>> lost = bare.submit(CurrentActivity::get);
            assertThat(lost.get()).isEmpty();
        }
        bare.shutdown();
    }
}
