// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0

/**
 * Entities with a vector timestamp: {@link dev.likeaclockwork.guard.jpa.CausalVersion} marks the attribute, and
 * Hibernate then refuses to overwrite what a writer did not know.
 */
@NullMarked
package dev.likeaclockwork.guard.jpa;

import org.jspecify.annotations.NullMarked;
