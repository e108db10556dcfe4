// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0

/**
 * Integration of Hibernate ORM: {@link dev.likeaclockwork.hibernate.ClockworkIntegrator} registers the listeners that
 * record reads and writes of entities with a {@code @Version}. The service loader finds it.
 */
@NullMarked
package dev.likeaclockwork.hibernate;

import org.jspecify.annotations.NullMarked;
