// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard;

/** Writes states of one kind as bytes, and reads them. Thread-safe. */
public interface StateCodec<S> {
    /** The binary form, in a new array. */
    byte[] encode(S state);

    /**
     * Reads the binary form.
     *
     * @throws CorruptStateException if the bytes are none, or of a later version
     */
    S decode(byte[] bytes);
}
