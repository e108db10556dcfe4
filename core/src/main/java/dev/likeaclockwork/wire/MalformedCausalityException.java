// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.wire;

/**
 * Causality metadata from outside that does not follow the wire format. The only exception that decoding throws.
 *
 * <p>The message names the header, the reason, and the position where there is one. It has no stack trace: whoever
 * sends malformed headers must not be able to make their refusal expensive, and the place that matters is in the
 * header.
 */
public final class MalformedCausalityException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** The header, or the member of a JSON object. */
    private final String header;

    /** Characters of a text or bytes of a binary value before the fault; -1 where the fault has no place. */
    private final int position;

    /** What is wrong. */
    private final String reason;

    /**
     * A refusal of one header.
     *
     * @param header the header, as the wire format spells it
     * @param position the characters or bytes before the fault, or -1 if it has no place
     * @param reason what is wrong, as the end of a sentence
     */
    public MalformedCausalityException(String header, int position, String reason) {
        super(position < 0 ? header + ": " + reason : header + ": " + reason + " at position " + position);
        this.header = header;
        this.position = position;
        this.reason = reason;
    }

    /** The header, as the wire format spells it; {@code _causality} for JSON. */
    public String header() {
        return header;
    }

    /** The characters of a text, or bytes of a binary value, before the fault; -1 if it has no place. */
    public int position() {
        return position;
    }

    /** What is wrong, in words. */
    public String reason() {
        return reason;
    }

    /** Does nothing: see the class description. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
