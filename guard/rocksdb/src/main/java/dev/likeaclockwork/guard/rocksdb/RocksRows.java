// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.rocksdb;

import dev.likeaclockwork.guard.state.Rows;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.Transaction;

/**
 * The rows of one kind of states in one column family, in one transaction. A value is the time of its last write, in
 * milliseconds and eight bytes, followed by the state. Used by one thread.
 */
final class RocksRows implements Rows<RocksDBException> {
    private final RowKeys keys;
    private final ColumnFamilyHandle family;
    private final ReadOptions options;
    private final InstantSource time;
    private final Transaction transaction;

    RocksRows(
            RowKeys keys, ColumnFamilyHandle family, ReadOptions options, InstantSource time, Transaction transaction) {
        this.keys = keys;
        this.family = family;
        this.options = options;
        this.time = time;
        this.transaction = transaction;
    }

    @Override
    public byte @Nullable [] read(String key) throws RocksDBException {
        return state(transaction.get(options, family, keys.row(key)));
    }

    /** Locks a key, whether it has a row or not. */
    @Override
    public byte @Nullable [] lock(String key) throws RocksDBException {
        return state(locked(keys.row(key)));
    }

    private byte @Nullable [] locked(byte[] rowKey) throws RocksDBException {
        return transaction.getForUpdate(options, family, rowKey, true);
    }

    private static byte @Nullable [] state(byte @Nullable [] value) {
        return value == null ? null : Arrays.copyOfRange(value, Long.BYTES, value.length);
    }

    /** Writes a key without locking it a second time, which saves a tenth of the time. */
    @Override
    public void write(String key, byte[] state) throws RocksDBException {
        byte[] value = ByteBuffer.allocate(Long.BYTES + state.length)
                .putLong(time.millis())
                .put(state)
                .array();
        transaction.put(family, keys.row(key), value, true);
    }

    @Override
    public void delete(String key) throws RocksDBException {
        transaction.delete(family, keys.row(key));
    }

    @Override
    public void keep(String key) {}

    @Override
    public Map<String, byte[]> all() throws RocksDBException {
        Map<String, byte[]> all = new LinkedHashMap<>();
        scan((rowKey, value) -> all.put(keys.key(rowKey), Arrays.copyOfRange(value, Long.BYTES, value.length)));
        return all;
    }

    private void scan(BiConsumer<byte[], byte[]> action) throws RocksDBException {
        try (RocksIterator rows = transaction.getIterator(options, family)) {
            for (rows.seek(keys.first()); rows.isValid() && keys.isRow(rows.key()); rows.next()) {
                action.accept(rows.key(), rows.value());
            }
            rows.status();
        }
    }

    @Override
    public @Nullable Instant lostUntil() throws RocksDBException {
        byte[] value = transaction.get(options, family, keys.expiry());
        return value == null ? null : Instant.ofEpochMilli(millis(value));
    }

    @Override
    public long expire(Instant before) throws RocksDBException {
        List<byte[]> rowKeys = new ArrayList<>();
        scan((rowKey, value) -> rowKeys.add(rowKey));
        long removed = 0;
        for (byte[] rowKey : rowKeys) {
            byte[] value = locked(rowKey);
            if (value != null && millis(value) < before.toEpochMilli()) {
                transaction.delete(family, rowKey);
                removed++;
            }
        }
        if (removed > 0) {
            raiseLostUntil(before.toEpochMilli());
        }
        return removed;
    }

    private void raiseLostUntil(long millis) throws RocksDBException {
        byte[] value = locked(keys.expiry());
        if (value == null || millis(value) < millis) {
            transaction.put(
                    family,
                    keys.expiry(),
                    ByteBuffer.allocate(Long.BYTES).putLong(millis).array());
        }
    }

    /** The time at the beginning of a value. */
    private static long millis(byte[] value) {
        return ByteBuffer.wrap(value).getLong();
    }
}
