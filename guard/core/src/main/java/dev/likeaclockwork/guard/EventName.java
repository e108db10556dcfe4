// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard;

/**
 * What tells one event from every other: a {@link Dot}, or an {@link EventId} where the event's node is not known.
 *
 * <p>Two events never share a name; an event that is delivered again has the name it had.
 */
public sealed interface EventName permits Dot, EventId {}
