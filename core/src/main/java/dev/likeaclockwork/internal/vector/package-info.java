// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
/**
 * What vector timestamps are made of: sorted members, their counters, and the loops over both.
 *
 * <p>Knows no encoding. A timestamp is a {@link dev.likeaclockwork.internal.vector.SharedVector} and its owner's
 * counter.
 */
@NullMarked
package dev.likeaclockwork.internal.vector;

import org.jspecify.annotations.NullMarked;
