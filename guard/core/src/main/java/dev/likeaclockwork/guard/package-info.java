// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0

/**
 * Guards that a service can trust its data to: deduplication by causality, a queue for conflicts, and versioned values.
 *
 * <ul>
 *   <li>A {@link dev.likeaclockwork.guard.CausalDeduplicator} gives a {@link dev.likeaclockwork.guard.Verdict} on each
 *       incoming event of a key, and remembers it together with its effect. Conflicts wait in its
 *       {@link dev.likeaclockwork.guard.ConflictQueue}.
 *   <li>A {@link dev.likeaclockwork.guard.VersionedStore} keeps each value with all concurrent siblings until they are
 *       merged.
 *   <li>A {@link dev.likeaclockwork.guard.StateStore} remembers for both.
 * </ul>
 */
@NullMarked
package dev.likeaclockwork.guard;

import org.jspecify.annotations.NullMarked;
