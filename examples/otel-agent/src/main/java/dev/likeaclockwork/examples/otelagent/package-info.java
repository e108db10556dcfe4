// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0

/**
 * Services that know nothing of causality, run with OpenTelemetry's agent and one extension of it:
 * {@link dev.likeaclockwork.examples.otelagent.OtelDemo} starts them, and asks what they exported who raced.
 */
@NullMarked
package dev.likeaclockwork.examples.otelagent;

import org.jspecify.annotations.NullMarked;
