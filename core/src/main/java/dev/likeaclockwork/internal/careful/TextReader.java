// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.internal.careful;

import dev.likeaclockwork.internal.vector.NodeId;
import dev.likeaclockwork.internal.vector.Quoted;
import dev.likeaclockwork.wire.WireLimits;

/** The entries of the text form, {@code a=1,b=0}; blanks around entries are skipped, as proxies add them. */
public final class TextReader extends EntryReader {
    private final String text;

    /** Where the next entry begins, blanks included; one past the end of the text after the last entry. */
    private int nextStart;

    public TextReader(String header, String text, WireLimits limits) {
        super(header, limits);
        limits.checkSize(header, text.length());
        this.text = text;
    }

    /** One more than the commas, which separate entries. */
    @Override
    public int capacity() {
        int capacity = 1;
        for (int at = text.indexOf(','); at >= 0 && capacity <= limits.maxEntries(); at = text.indexOf(',', at + 1)) {
            capacity++;
        }
        return capacity;
    }

    @Override
    public boolean next() {
        if (nextStart > text.length()) {
            return false;
        }
        start = skipBlanks(nextStart);
        int idEnd = endOfId();
        int end = checkCounter(idEnd);
        int separator = skipBlanks(end);
        if (separator < text.length() && text.charAt(separator) != ',') {
            throw malformed(separator, "expected a digit or ',' but found " + found(separator));
        }
        nextStart = separator + 1;
        return true;
    }

    @Override
    public String id(int start) {
        return text.substring(start, text.indexOf('=', start));
    }

    @Override
    public long counter(int start) {
        return number(text.indexOf('=', start) + 1);
    }

    /** Both ids end with {@code =}, which no id contains. */
    @Override
    public int compareIds(int a, int b) {
        int offset = 0;
        char here;
        char there;
        do {
            here = text.charAt(a + offset);
            there = text.charAt(b + offset);
            offset++;
        } while (here == there && here != '=');
        return Integer.compare(here == '=' ? 0 : here, there == '=' ? 0 : there);
    }

    private int endOfId() {
        int end = start;
        while (end < text.length() && NodeId.isLegal(text.charAt(end))) {
            end++;
        }
        if (end == start) {
            throw malformed(start, "expected a node id but found " + found(start));
        }
        if (end - start > NodeId.MAX_LENGTH) {
            throw malformed(
                    start,
                    "the node id " + Quoted.of(text, start, end) + " is longer than " + NodeId.MAX_LENGTH
                            + " characters");
        }
        if (end == text.length() || text.charAt(end) != '=') {
            throw malformed(end, "expected '=' after the node id but found " + found(end));
        }
        return end;
    }

    /** Returns where the counter ends. */
    private int checkCounter(int idEnd) {
        int from = idEnd + 1;
        int end = from;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        if (end == from) {
            throw malformed(from, "expected a digit but found " + found(from));
        }
        if (number(from) < 0) {
            throw malformed(from, "the counter of " + Quoted.of(text, start, idEnd) + " is above 2^53-1");
        }
        return end;
    }

    /** The number that begins at a place; negative if it is above 2^53-1. */
    private long number(int from) {
        long number = 0;
        for (int i = from; i < text.length() && isDigit(text.charAt(i)); i++) {
            number = number * 10 + text.charAt(i) - '0';
            if (number > WireLimits.MAX_COUNTER) {
                return -1;
            }
        }
        return number;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private int skipBlanks(int position) {
        int end = position;
        while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
            end++;
        }
        return end;
    }

    private String found(int position) {
        return position < text.length() ? Quoted.of(text, position, position + 1) : "the end";
    }
}
