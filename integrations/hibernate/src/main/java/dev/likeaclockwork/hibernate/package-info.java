// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0

/**
 * Accesses of entities with a {@code @Version}: {@link dev.likeaclockwork.hibernate.ClockworkIntegrator} registers what
 * records them, and is found by the service loader.
 */
@NullMarked
package dev.likeaclockwork.hibernate;

import org.jspecify.annotations.NullMarked;
