// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
/**
 * What differs causally between two executions of the same thing: events that are missing or new, orders that changed,
 * races that are new or gone.
 */
@NullMarked
package dev.likeaclockwork.graph.diff;

import org.jspecify.annotations.NullMarked;
