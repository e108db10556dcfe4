// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
/**
 * Glue between OpenTelemetry and the runtime: a propagator that carries stamps, a span processor that counts the starts
 * and ends of spans and puts stamps on them, and what configures both by itself.
 */
@NullMarked
package dev.likeaclockwork.opentelemetry;

import org.jspecify.annotations.NullMarked;
