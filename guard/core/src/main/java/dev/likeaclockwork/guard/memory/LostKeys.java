// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.memory;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/**
 * The keys that were evicted, as a Bloom filter (Bloom 1970): says of some that never were that they may have been, and
 * of none that was that it was not. Thread-safe.
 *
 * <p>With 128 bits for each key that the cache holds, one in a hundred is wrong when ten times as many were evicted as
 * it holds. Then it fills up, and more and more new keys look evicted.
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

    /** When the last of the evicted keys was written, if this one may be one of them; null if it is none. */
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

    /** The i-th of several hashes made of two (Kirsch and Mitzenmacher 2006), as the place of a bit. */
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
