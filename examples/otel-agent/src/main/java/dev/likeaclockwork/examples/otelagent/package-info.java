// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0

/**
 * Services that do not use Clockwork, run with the OpenTelemetry agent and one extension of it:
 * {@link dev.likeaclockwork.examples.otelagent.OtelDemo} starts them, and finds a race in the spans that they export.
 */
@NullMarked
package dev.likeaclockwork.examples.otelagent;

import org.jspecify.annotations.NullMarked;
