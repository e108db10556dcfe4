// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
/**
 * Tricks for speed, and nothing else: without this package the results are the same and take longer.
 *
 * <p><b>Skipped:</b> checking and cutting out the ids of members that were seen before; scanning by character; parsing
 * and writing the counters that the last header had; writing a received header again.
 *
 * <p><b>Safe because</b> every reader here compares each byte, or returns null: then the careful reader decides.
 *
 * <p><b>Saves</b> what {@code docs/benchmarks.md} lists: text that is encoded "again" or decoded "next" uses this
 * package, text that is encoded "first" does not.
 */
@NullMarked
package dev.likeaclockwork.internal.fast;

import org.jspecify.annotations.NullMarked;
