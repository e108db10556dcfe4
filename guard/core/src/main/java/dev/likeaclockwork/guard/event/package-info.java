// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0

/**
 * Incoming events: their names, their timestamps, and the payload that arrives with them. These value types depend on
 * core alone; verdicts, histories and stores are built on them.
 */
@NullMarked
package dev.likeaclockwork.guard.event;

import org.jspecify.annotations.NullMarked;
