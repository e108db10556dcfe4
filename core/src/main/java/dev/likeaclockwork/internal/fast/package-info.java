// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
/**
 * Tricks for speed, and nothing else: without this package the results are equal, only later.
 *
 * <p><b>Skipped:</b> checking and cutting out the ids of members that were seen before; scanning by character; parsing
 * and writing the counters that the last header had; writing a received header again.
 *
 * <p><b>Safe because</b> every reader here compares each byte, or returns null: then the careful reader decides.
 *
 * <p><b>Saves</b> up to nine tenths of the time of a header of known members, and half of that of new ones.
 */
@NullMarked
package dev.likeaclockwork.internal.fast;

import org.jspecify.annotations.NullMarked;
