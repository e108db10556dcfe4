// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.rocksdb;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.Transaction;

/**
 * The rows of one kind of states, in one column family: kind, NUL and key in UTF-8 point to eight bytes of the time
 * they were written, in milliseconds, and the state. NUL and kind point to the time until which states were removed.
 * Stateless but for its handles.
 */
final class RocksRows {
    private static final byte NUL = 0;

    private final ColumnFamilyHandle family;
    private final ReadOptions options;
    private final byte[] prefix;
    private final byte[] expiryKey;

    RocksRows(ColumnFamilyHandle family, ReadOptions options, String kind) {
        byte[] name = kind.getBytes(StandardCharsets.UTF_8);
        this.family = family;
        this.options = options;
        this.prefix = Arrays.copyOf(name, name.length + 1);
        this.expiryKey = ByteBuffer.allocate(name.length + 1).put(NUL).put(name).array();
    }

    /** When it was written, and what; null if there is nothing. */
    @SuppressWarnings("ArrayRecordComponent")
    record Row(long writtenAt, byte[] state) {
        static @Nullable Row of(byte @Nullable [] value) {
            return value == null
                    ? null
                    : new Row(ByteBuffer.wrap(value).getLong(), Arrays.copyOfRange(value, Long.BYTES, value.length));
        }
    }

    @Nullable
    Row read(Transaction transaction, String key) throws RocksDBException {
        return Row.of(transaction.get(options, family, rowKey(key)));
    }

    /** Locks a key, whether there is a row or not. */
    @Nullable
    Row lock(Transaction transaction, String key) throws RocksDBException {
        return Row.of(transaction.getForUpdate(options, family, rowKey(key), true));
    }

    /** Writes a key that is locked; it is not locked again, which would take a tenth of the time. */
    void write(Transaction transaction, String key, byte[] state, long now) throws RocksDBException {
        byte[] value = ByteBuffer.allocate(Long.BYTES + state.length)
                .putLong(now)
                .put(state)
                .array();
        transaction.put(family, rowKey(key), value, true);
    }

    void delete(Transaction transaction, String key) throws RocksDBException {
        transaction.delete(family, rowKey(key));
    }

    Map<String, Row> all(Transaction transaction) throws RocksDBException {
        Map<String, Row> all = new LinkedHashMap<>();
        try (RocksIterator rows = transaction.getIterator(options, family)) {
            for (rows.seek(prefix); rows.isValid() && startsWithPrefix(rows.key()); rows.next()) {
                Row row = Row.of(rows.value());
                if (row != null) {
                    all.put(key(rows.key()), row);
                }
            }
            rows.status();
        }
        return all;
    }

    @Nullable
    Long lostUntil(Transaction transaction) throws RocksDBException {
        byte[] value = transaction.get(options, family, expiryKey);
        return value == null ? null : ByteBuffer.wrap(value).getLong();
    }

    void raiseLostUntil(Transaction transaction, long time) throws RocksDBException {
        byte[] value = transaction.getForUpdate(options, family, expiryKey, true);
        if (value == null || ByteBuffer.wrap(value).getLong() < time) {
            transaction.put(
                    family,
                    expiryKey,
                    ByteBuffer.allocate(Long.BYTES).putLong(time).array());
        }
    }

    private byte[] rowKey(String key) {
        byte[] text = key.getBytes(StandardCharsets.UTF_8);
        byte[] rowKey = Arrays.copyOf(prefix, prefix.length + text.length);
        System.arraycopy(text, 0, rowKey, prefix.length, text.length);
        return rowKey;
    }

    private String key(byte[] rowKey) {
        return new String(rowKey, prefix.length, rowKey.length - prefix.length, StandardCharsets.UTF_8);
    }

    private boolean startsWithPrefix(byte[] rowKey) {
        return rowKey.length > prefix.length && Arrays.equals(rowKey, 0, prefix.length, prefix, 0, prefix.length);
    }
}
