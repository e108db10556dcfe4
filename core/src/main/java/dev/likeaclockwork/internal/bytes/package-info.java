// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
/**
 * Numbers and short strings as bytes, and the buffers that they are written to.
 *
 * <p>Knows nothing of vectors. Every class is stateless or confined to one thread at a time, except the pool of
 * buffers.
 */
@NullMarked
package dev.likeaclockwork.internal.bytes;

import org.jspecify.annotations.NullMarked;
