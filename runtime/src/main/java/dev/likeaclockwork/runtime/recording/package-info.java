// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
/**
 * Recording, which the module does not export: the recorder, and for each sink a bounded buffer and a daemon thread, so
 * that no caller waits for a sink; reports of dropped events; the runtime's messages in the service's log.
 */
@NullMarked
package dev.likeaclockwork.runtime.recording;

import org.jspecify.annotations.NullMarked;
