// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.memory;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/**
 * The set of evicted keys, as a Bloom filter (Bloom 1970): it has false positives and no false negatives. Thread-safe.
 *
 * <p>The filter has 128 bits for each key of the cache. One answer in a hundred is a false positive when ten times as
 * many keys have been evicted as the cache holds. The filter is never cleared, so the rate grows with further
 * evictions.
 */
final class LostKeys {
    private static final int BITS_PER_KEY = 128;
    private static final int MAX_WORDS = 1 << 27;
    private static final int HASHES = 7;

    private final AtomicLongArray words;
    private final AtomicLong latest = new AtomicLong(Long.MIN_VALUE);

    LostKeys(long keys) {
        long wanted = Math.min(MAX_WORDS, Math.max(1, keys * BITS_PER_KEY / Long.SIZE));
        this.words = new AtomicLongArray(Math.toIntExact(wanted));
    }

    void add(String key, long writtenAt) {
        latest.accumulateAndGet(writtenAt, Math::max);
        long hash = hash(key);
        for (int i = 0; i < HASHES; i++) {
            long bit = bit(hash, i);
            words.accumulateAndGet((int) (bit >>> 6), 1L << bit, (word, set) -> word | set);
        }
    }

    /**
     * The time at which the last evicted key was written if a key may be among the evicted ones, and otherwise null.
     */
    @Nullable
    Instant lostUntil(String key) {
        return latest.get() != Long.MIN_VALUE && mayContain(key) ? Instant.ofEpochMilli(latest.get()) : null;
    }

    private boolean mayContain(String key) {
        long hash = hash(key);
        for (int i = 0; i < HASHES; i++) {
            long bit = bit(hash, i);
            if ((words.get((int) (bit >>> 6)) & (1L << bit)) == 0) {
                return false;
            }
        }
        return true;
    }

    /** The index of the bit for the i-th hash, which is derived from two hashes (Kirsch and Mitzenmacher 2006). */
    private long bit(long hash, int i) {
        long mixed = (hash >>> 32) + i * ((hash & 0xFFFF_FFFFL) | 1);
        return Long.remainderUnsigned(mixed * 0x9E37_79B9_7F4A_7C15L, (long) words.length() << 6);
    }

    /** FNV-1a of the characters, and then the finalizer of MurmurHash3. */
    private static long hash(String key) {
        long hash = 0xCBF2_9CE4_8422_2325L;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * 0x100_0000_01B3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xFF51_AFD7_ED55_8CCDL;
        hash = (hash ^ (hash >>> 33)) * 0xC4CE_B9FE_1A85_EC53L;
        return hash ^ (hash >>> 33);
    }
}
