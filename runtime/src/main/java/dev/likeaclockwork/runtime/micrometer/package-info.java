// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
/** Metrics and context propagation by Micrometer, where a service has it. */
@NullMarked
package dev.likeaclockwork.runtime.micrometer;

import org.jspecify.annotations.NullMarked;
