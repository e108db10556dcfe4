// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0

/**
 * Entities with vector timestamps. {@link dev.likeaclockwork.guard.jpa.CausalVersion} marks the attribute; Hibernate
 * then refuses writes whose writer had not read the stored version.
 */
@NullMarked
package dev.likeaclockwork.guard.jpa;

import org.jspecify.annotations.NullMarked;
