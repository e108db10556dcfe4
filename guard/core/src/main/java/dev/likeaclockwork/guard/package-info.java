// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0

/**
 * Causal deduplication. A {@link dev.likeaclockwork.guard.CausalDeduplicator} reaches a
 * {@link dev.likeaclockwork.guard.verdict.Verdict} on each incoming event of a key, acts by a
 * {@link dev.likeaclockwork.guard.GuardPolicy}, and remembers the event together with its effect in a
 * {@link dev.likeaclockwork.guard.state.StateStore}. Conflicting events wait in its
 * {@link dev.likeaclockwork.guard.ConflictQueue}.
 */
@NullMarked
package dev.likeaclockwork.guard;

import org.jspecify.annotations.NullMarked;
