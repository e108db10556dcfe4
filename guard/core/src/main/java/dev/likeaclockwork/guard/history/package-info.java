// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0

/**
 * The algorithm of the verdict. A {@link dev.likeaclockwork.guard.history.KeyHistory} holds the processed events of one
 * key as sets of names, maximal timestamps and bounds, and judges an event by them;
 * {@link dev.likeaclockwork.guard.history.Pruning} keeps it within limits. All types are immutable and know neither
 * stores nor binary forms. Internal: not exported.
 */
@NullMarked
package dev.likeaclockwork.guard.history;

import org.jspecify.annotations.NullMarked;
