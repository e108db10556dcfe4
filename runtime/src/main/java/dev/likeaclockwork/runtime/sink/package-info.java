// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
/**
 * Recorded events as values ({@link dev.likeaclockwork.runtime.sink.RecordedEvent}) and the sinks that keep them or
 * pass them on. Each sink has a thread of its own, so that a slow or failing sink affects no request. Depends on no
 * other package of the runtime.
 */
@NullMarked
package dev.likeaclockwork.runtime.sink;

import org.jspecify.annotations.NullMarked;
