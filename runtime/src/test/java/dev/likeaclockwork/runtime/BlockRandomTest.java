// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class BlockRandomTest {
    private static final int THREADS = 4;
    private static final int NUMBERS = 50_000;

    @Test
    void numbers_areHandedOutOnceAcrossThreads() throws Exception {
        AtomicLong counter = new AtomicLong();
        RandomGenerator random = new BlockRandom(counter::incrementAndGet);
        Set<Long> seen = ConcurrentHashMap.newKeySet();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        for (int i = 0; i < THREADS; i++) {
            threads.execute(() -> {
                for (int n = 0; n < NUMBERS; n++) {
                    seen.add(random.nextLong());
                }
            });
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        assertThat(seen).hasSize(THREADS * NUMBERS);
        assertThat(counter.get()).isGreaterThanOrEqualTo(THREADS * NUMBERS);
    }

    @Test
    void source_isReadInBlocks() {
        AtomicLong asked = new AtomicLong();
        RandomGenerator random = new BlockRandom(new RandomGenerator() {
            @Override
            public long nextLong() {
                throw new AssertionError("one number alone");
            }

            @Override
            public void nextBytes(byte[] bytes) {
                bytes[0] = (byte) asked.incrementAndGet();
            }
        });
        for (int i = 0; i < 100; i++) {
            random.nextLong();
        }
        assertThat(asked.get()).isPositive();
    }
}
