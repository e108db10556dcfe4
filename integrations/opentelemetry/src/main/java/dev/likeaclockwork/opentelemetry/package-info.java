// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
/**
 * Integration of OpenTelemetry: a propagator of the causality header, a span processor that makes the start and the end
 * of each sampled span events, metrics, and the auto-configuration of all three.
 */
@NullMarked
package dev.likeaclockwork.opentelemetry;

import org.jspecify.annotations.NullMarked;
