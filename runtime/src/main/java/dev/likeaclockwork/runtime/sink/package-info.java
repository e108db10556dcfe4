// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
/**
 * What was recorded, and where it goes: events as values ({@link dev.likeaclockwork.runtime.sink.RecordedEvent}) and
 * the sinks that keep or pass them on. A sink is called by one thread of its own, so that it may be slow or broken.
 */
@NullMarked
package dev.likeaclockwork.runtime.sink;

import org.jspecify.annotations.NullMarked;
