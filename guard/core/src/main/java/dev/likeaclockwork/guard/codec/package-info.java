// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0

/**
 * The binary forms of stored states, as {@code docs/guard.md} specifies them: a reader and a writer for the common
 * parts, and one codec for each kind of state that a deduplicator stores. Internal: not exported.
 */
@NullMarked
package dev.likeaclockwork.guard.codec;

import org.jspecify.annotations.NullMarked;
