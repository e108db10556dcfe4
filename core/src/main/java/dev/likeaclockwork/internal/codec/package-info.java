// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
/**
 * The doors to the wire formats: each class encodes and decodes one form.
 *
 * <p>A class here asks the fast readers first and the careful ones last. It works on shared vectors, not on timestamps.
 */
@NullMarked
package dev.likeaclockwork.internal.codec;

import org.jspecify.annotations.NullMarked;
