// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/**
 * A random source that reads another one in blocks. Numbers older than 100 ms are discarded, so that processes restored
 * from one memory image do not continue with the same numbers. Thread-safe if its source is.
 */
final class BlockRandom implements RandomGenerator {
    private static final int SIZE = 128;
    private static final long MAX_AGE_NANOS = 100_000_000;

    private final RandomGenerator source;
    private volatile Block block;

    BlockRandom(RandomGenerator source) {
        this.source = source;
        this.block = new Block(source);
    }

    @Override
    public long nextLong() {
        Block current = block;
        int index = current.next.getAndIncrement();
        if (index < SIZE && System.nanoTime() - current.born < MAX_AGE_NANOS) {
            return current.numbers[index];
        }
        Block fresh = new Block(source);
        block = fresh;
        return fresh.numbers[0];
    }

    /** A block of numbers, each handed out once; the first one goes to the thread that created the block. */
    private static final class Block {
        private final long[] numbers = new long[SIZE];
        private final AtomicInteger next = new AtomicInteger(1);
        private final long born = System.nanoTime();

        Block(RandomGenerator source) {
            byte[] bytes = new byte[SIZE * Long.BYTES];
            source.nextBytes(bytes);
            ByteBuffer.wrap(bytes).asLongBuffer().get(numbers);
        }
    }
}
