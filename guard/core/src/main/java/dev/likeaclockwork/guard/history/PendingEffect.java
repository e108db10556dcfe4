// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.history;

import dev.likeaclockwork.guard.event.EventStamp;

/**
 * An event whose effect was begun and neither confirmed nor abandoned. Immutable.
 *
 * @param stamp the event
 * @param owner a random number that identifies the deduplicator that began the effect; positive
 */
public record PendingEffect(EventStamp stamp, long owner) {}
