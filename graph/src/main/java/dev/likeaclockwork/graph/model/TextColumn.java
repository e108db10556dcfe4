// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.model;

import com.carrotsearch.hppc.ByteArrayList;
import com.carrotsearch.hppc.IntArrayList;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A text for each event, in one array of bytes; for texts that hardly repeat, such as ids. */
final class TextColumn {
    /** The place of no text. */
    private static final int NONE = -1;

    private final ByteArrayList bytes = new ByteArrayList();

    /** For each event where its text starts: first its length, seven bits to a byte, the lowest ones first. */
    private IntArrayList starts = new IntArrayList();

    void add(@Nullable String text) {
        starts.add(text == null ? NONE : bytes.size());
        if (text != null) {
            byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
            addLength(encoded.length);
            bytes.add(encoded);
        }
    }

    private void addLength(int length) {
        for (; length > 0x7F; length >>>= 7) {
            bytes.add((byte) (length | 0x80));
        }
        bytes.add((byte) length);
    }

    @Nullable
    String get(int event) {
        int start = starts.get(event);
        if (start == NONE) {
            return null;
        }
        int length = 0;
        int shift = 0;
        byte next = bytes.get(start++);
        for (; next < 0; next = bytes.get(start++)) {
            length |= (next & 0x7F) << shift;
            shift += 7;
        }
        length |= next << shift;
        return new String(bytes.buffer, start, length, StandardCharsets.UTF_8);
    }

    void permute(int[] order) {
        starts = Columns.permute(starts, order);
        bytes.trimToSize();
    }
}
