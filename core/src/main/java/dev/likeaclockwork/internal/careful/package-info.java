// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
/**
 * The readers that decide what is well formed, and that explain what is not.
 *
 * <p>They read every legal spelling of the text and of the binary form, within limits, and need no other reader.
 */
@NullMarked
package dev.likeaclockwork.internal.careful;

import org.jspecify.annotations.NullMarked;
