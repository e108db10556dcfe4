// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0

/** Accesses of versioned values: {@link dev.likeaclockwork.guard.recorder.AccessRecorder} observes a store of them. */
@NullMarked
package dev.likeaclockwork.guard.recorder;

import org.jspecify.annotations.NullMarked;
