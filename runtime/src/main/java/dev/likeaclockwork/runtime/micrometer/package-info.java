// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
/**
 * Metrics and context propagation with Micrometer, which is an optional dependency. Nothing else in the runtime refers
 * to this package or to Micrometer.
 */
@NullMarked
package dev.likeaclockwork.runtime.micrometer;

import org.jspecify.annotations.NullMarked;
