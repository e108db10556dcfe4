// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.rocksdb;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The keys of one kind of states in a column family, in UTF-8: kind, NUL and key for a row, and NUL and kind for the
 * time until which rows of the kind were expired. Immutable and thread-safe.
 */
final class RowKeys {
    private static final byte NUL = 0;

    /** Kind and NUL. */
    private final byte[] prefix;

    /** NUL and kind. */
    private final byte[] expiry;

    RowKeys(String kind) {
        byte[] name = kind.getBytes(StandardCharsets.UTF_8);
        this.prefix = Arrays.copyOf(name, name.length + 1);
        this.expiry = ByteBuffer.allocate(name.length + 1).put(NUL).put(name).array();
    }

    /** The key from which on the rows are, not to be modified. */
    byte[] first() {
        return prefix;
    }

    /** The key of the time of expiry, not to be modified. */
    byte[] expiry() {
        return expiry;
    }

    byte[] row(String key) {
        byte[] text = key.getBytes(StandardCharsets.UTF_8);
        byte[] rowKey = Arrays.copyOf(prefix, prefix.length + text.length);
        System.arraycopy(text, 0, rowKey, prefix.length, text.length);
        return rowKey;
    }

    /** The key of a state whose row has a key. */
    String key(byte[] rowKey) {
        return new String(rowKey, prefix.length, rowKey.length - prefix.length, StandardCharsets.UTF_8);
    }

    boolean isRow(byte[] rowKey) {
        return rowKey.length > prefix.length && Arrays.equals(rowKey, 0, prefix.length, prefix, 0, prefix.length);
    }
}
