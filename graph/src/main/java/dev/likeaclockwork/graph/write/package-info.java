// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
/**
 * Writes graphs for other tools, and as logs that can be read again. A new format is one class in {@code GraphWriter}'s
 * list.
 */
@NullMarked
package dev.likeaclockwork.graph.write;

import org.jspecify.annotations.NullMarked;
