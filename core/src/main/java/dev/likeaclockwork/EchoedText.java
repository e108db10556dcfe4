// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads a header that begins or ends as one that was written: the answer to a call says again what the call told.
 * Entries that are the same are not looked at, and their ids are the very strings.
 */
final class EchoedText {
    private final TextScanner scanner;
    private final VectorTimestamp told;

    /** Entries at the beginning that are the same. */
    private int before;

    /** Where the entries behind them begin. */
    private int start;

    /** Entries at the end that are the same. */
    private int after;

    /** Where they begin. */
    private int end;

    private EchoedText(TextScanner scanner, VectorTimestamp told) {
        this.scanner = scanner;
        this.told = told;
    }

    /**
     * Null if nothing is the same, or if the text is for another reader.
     *
     * @param scanner which has taken the text in
     */
    static @Nullable VectorTimestamp read(TextScanner scanner, String text, WrittenText written, int maxEntries) {
        EchoedText echo = new EchoedText(scanner, written.timestamp);
        scanner.compareWith(written.text);
        echo.findBeginning(text.length() + 1, written.text.length() + 1);
        echo.findEnd(text.length() + 1, written.text.length() + 1);
        return echo.before + echo.after == 0 ? null : echo.read(text, maxEntries);
    }

    /** Lengths are those with a comma behind the last entry, too. */
    private void findBeginning(int length, int toldLength) {
        int mismatch = Arrays.mismatch(scanner.bytes, 0, length, scanner.other, 0, toldLength);
        int same = mismatch < 0 ? length : mismatch;
        if (same == toldLength) {
            start = toldLength;
            before = told.size();
        }
        while (before < told.size() && start + length(before) <= same) {
            start += length(before);
            before++;
        }
    }

    private void findEnd(int length, int toldLength) {
        int same = length - scanner.sameAtEnd(length, toldLength);
        end = length;
        while (before + after < told.size() && isEntry(end - length(lastLeft()), same)) {
            end -= length(lastLeft());
            after++;
        }
    }

    /** The last entry of which it is not known yet that it is the same. */
    private int lastLeft() {
        return told.size() - 1 - after;
    }

    /**
     * Whether a place is where an entry begins, in what is the same from another place on. It is never an entry of the
     * beginning, as no entry is there twice.
     */
    private boolean isEntry(int from, int same) {
        return from >= same && (from == 0 || scanner.bytes[from - 1] == ',');
    }

    /** Of an entry that was told, and the comma behind it. */
    private int length(int entry) {
        return told.base.members.id(entry).length() + 1 + Digits.count(told.counter(entry)) + 1;
    }

    private @Nullable VectorTimestamp read(String text, int maxEntries) {
        int from = before == 0 ? 0 : 1;
        if (before > 0) {
            put(0, before - 1, start - length(before - 1));
        }
        int to = scanner.scan(from, start, end, maxEntries);
        if (to >= 0 && after > 0) {
            put(to, told.size() - after, end);
        }
        boolean isSorted = to >= 0 && (after == 0 || scanner.isInOrder(to));
        return isSorted && before + to - from + after <= maxEntries ? timestamp(text, from, to) : null;
    }

    /** Sets an entry of the scanner to one that was told. */
    private void put(int entry, int index, int at) {
        scanner.put(entry, at, at + told.base.members.id(index).length());
    }

    private VectorTimestamp timestamp(String text, int from, int to) {
        int size = before + to - from + after;
        String[] ids = new String[size];
        long[] counters = new long[size];
        copyTold(0, before, ids, counters, 0);
        for (int i = from; i < to; i++) {
            ids[before + i - from] = scanner.id(text, i);
            counters[before + i - from] = scanner.counters[i];
        }
        copyTold(told.size() - after, told.size(), ids, counters, size - after);
        return VectorTimestamp.of(Memberships.intern(ids), counters, text);
    }

    private void copyTold(int from, int to, String[] ids, long[] counters, int at) {
        for (int i = from; i < to; i++) {
            ids[at + i - from] = told.base.members.id(i);
            counters[at + i - from] = told.counter(i);
        }
    }
}
