// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork;

/** The entries of the text form, {@code a=1,b=0}; blanks around entries are skipped, as proxies add them. */
final class TextEntries extends Entries {
    private final String text;

    /** Where the id of the current entry ends. */
    private int idEnd;

    /** Where the next entry begins, blanks included; one past the end of the text after the last entry. */
    private int nextStart;

    TextEntries(String header, String text, WireLimits limits) {
        super(header, limits);
        limits.checkSize(header, text.length());
        this.text = text;
    }

    @Override
    boolean next() {
        if (nextStart > text.length()) {
            return false;
        }
        seek(nextStart);
        return true;
    }

    @Override
    void seek(int position) {
        start = skipBlanks(position);
        idEnd = endOfId();
        int end = readCounter(idEnd + 1);
        int separator = skipBlanks(end);
        if (separator < text.length() && text.charAt(separator) != ',') {
            throw malformed(separator, "expected a digit or ',' but found " + found(separator));
        }
        nextStart = separator + 1;
    }

    @Override
    void rewind() {
        nextStart = 0;
    }

    @Override
    String id() {
        return text.substring(start, idEnd);
    }

    /** Both ids end with {@code =}, which no id contains. */
    @Override
    int compareIds(int a, int b) {
        while (text.charAt(a) == text.charAt(b)) {
            if (text.charAt(a) == '=') {
                return 0;
            }
            a++;
            b++;
        }
        if (text.charAt(a) == '=') {
            return -1;
        }
        return text.charAt(b) == '=' ? 1 : Character.compare(text.charAt(a), text.charAt(b));
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

    private int readCounter(int from) {
        int end = from;
        counter = 0;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            counter = counter * 10 + text.charAt(end) - '0';
            if (counter > Counters.MAX_ON_WIRE) {
                throw malformed(from, "the counter of " + Quoted.of(id()) + " is above 2^53-1");
            }
            end++;
        }
        if (end == from) {
            throw malformed(from, "expected a digit but found " + found(from));
        }
        return end;
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
