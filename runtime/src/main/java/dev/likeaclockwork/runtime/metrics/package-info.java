// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
/**
 * The counts of a runtime: an interface that a service implements or takes from Micrometer, and the reasons for which
 * an inbound timestamp is rejected. Depends on no other package of the runtime.
 */
@NullMarked
package dev.likeaclockwork.runtime.metrics;

import org.jspecify.annotations.NullMarked;
