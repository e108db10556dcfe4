// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0

/**
 * Recording of the guard's versioned values: {@link dev.likeaclockwork.guard.recorder.AccessRecorder} observes a
 * {@link dev.likeaclockwork.guard.versioned.VersionedStore} and records its reads and writes in the current activity.
 */
@NullMarked
package dev.likeaclockwork.guard.recorder;

import org.jspecify.annotations.NullMarked;
