// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard;

/**
 * An event whose effect was begun. Immutable.
 *
 * @param stamp the event
 * @param owner a random number that stands for the deduplicator that began it
 */
record Intent(EventStamp stamp, long owner) {}
