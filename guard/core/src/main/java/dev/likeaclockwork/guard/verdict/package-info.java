// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0

/**
 * Verdicts on incoming events: the verdict itself, the evidence for it, the reason for an unknown one, and the limits
 * of the evidence that is kept. The algorithm that reaches a verdict is not here but in the internal package
 * {@code history}.
 */
@NullMarked
package dev.likeaclockwork.guard.verdict;

import org.jspecify.annotations.NullMarked;
