// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.diff;

import dev.likeaclockwork.graph.event.Ordering;

/**
 * Two events that relate in another way than before.
 *
 * @param first the one in the left graph
 * @param second the other in the left graph
 * @param firstRight the one in the right graph
 * @param secondRight the other in the right graph
 * @param left how the first relates to the second in the left graph
 * @param right how it does in the right graph
 */
public record OrderChange(int first, int second, int firstRight, int secondRight, Ordering left, Ordering right) {}
