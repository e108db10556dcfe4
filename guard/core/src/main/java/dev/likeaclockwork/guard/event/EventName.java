// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.event;

/**
 * The name of an event, which distinguishes it from every other event: an {@link EventDot}, or an {@link EventId} where
 * the event's node is not known.
 *
 * <p>No two events share a name, and a redelivered event keeps its name.
 */
public sealed interface EventName permits EventDot, EventId {}
