// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.wire;

import java.util.Objects;

/**
 * Causality metadata from outside that does not follow the wire format: the only exception that decoding throws.
 *
 * <p>{@link #kind} is for programs that count or choose; the message is for people, and names the header, the reason,
 * and the position where there is one. The exception has no stack trace: a sender of malformed headers must not be able
 * to make their rejection expensive, and the fault is in the header.
 */
public final class MalformedCausalityException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** The kinds of malformed metadata. */
    public enum Kind {
        /** The value does not follow the grammar of its form. */
        MALFORMED,
        /** The value exceeds {@link WireLimits#maxBytes}. */
        TOO_LARGE,
        /** The vector exceeds {@link WireLimits#maxEntries}. */
        TOO_MANY_ENTRIES,
        /** A part that the others require is absent, such as the vector of an event. */
        ABSENT
    }

    private final Kind kind;

    /** The header, or the member of a JSON object. */
    private final String header;

    /** Characters of a text or bytes of a binary value before the fault; -1 where the fault has no place. */
    private final int position;

    /** The fault in words, as the end of a sentence. */
    private final String reason;

    /**
     * An exception of kind {@link Kind#MALFORMED}.
     *
     * @param header the header, as the wire format spells it
     * @param position the characters or bytes before the fault, or -1 if it has no place
     * @param reason the fault in words, as the end of a sentence
     */
    public MalformedCausalityException(String header, int position, String reason) {
        this(Kind.MALFORMED, header, position, reason);
    }

    /**
     * An exception of a given kind.
     *
     * @param kind the kind of fault
     * @param header the header, as the wire format spells it
     * @param position the characters or bytes before the fault, or -1 if it has no place
     * @param reason the fault in words, as the end of a sentence
     * @throws NullPointerException if {@code kind} is null
     */
    public MalformedCausalityException(Kind kind, String header, int position, String reason) {
        super(position < 0 ? header + ": " + reason : header + ": " + reason + " at position " + position);
        this.kind = Objects.requireNonNull(kind, "kind");
        this.header = header;
        this.position = position;
        this.reason = reason;
    }

    /** An exception of kind {@link Kind#ABSENT}: {@code header} is required and absent. */
    public static MalformedCausalityException absent(String header) {
        return new MalformedCausalityException(Kind.ABSENT, header, -1, "is absent");
    }

    /** The kind of fault. */
    public Kind kind() {
        return kind;
    }

    /** The header, as the wire format spells it; {@code _causality} for JSON. */
    public String header() {
        return header;
    }

    /** The characters of a text, or bytes of a binary value, before the fault; -1 if it has no place. */
    public int position() {
        return position;
    }

    /** The fault in words. For a decision by program use {@link #kind}. */
    public String reason() {
        return reason;
    }

    /** Does nothing: see the class description. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
