// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** One clock in the hands of three threads, which tick, send and receive at the same time. */
final class SharedClock {
    private SharedClock() {}

    /** The timestamps that each thread got, in its order. */
    static <C, T> List<List<T>> record(ClockOperations<C, T> clocks, int eventsPerThread) throws Exception {
        C shared = clocks.create("shared");
        C other = clocks.create("other");
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            return results(threads.invokeAll(List.of(
                    repeat(eventsPerThread, () -> clocks.tick(shared)),
                    repeat(eventsPerThread, () -> clocks.send(shared)),
                    repeat(eventsPerThread, () -> clocks.receive(shared, clocks.send(other))))));
        } finally {
            threads.shutdown();
        }
    }

    private static <T> Callable<List<T>> repeat(int events, Callable<T> verb) {
        return () -> {
            List<T> timestamps = new ArrayList<>(events);
            for (int i = 0; i < events; i++) {
                timestamps.add(verb.call());
            }
            return timestamps;
        };
    }

    private static <T> List<T> results(List<Future<T>> futures) throws InterruptedException, ExecutionException {
        List<T> results = new ArrayList<>();
        for (Future<T> future : futures) {
            results.add(future.get());
        }
        return results;
    }
}
