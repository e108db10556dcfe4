// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0

/**
 * Versioned values: a {@link dev.likeaclockwork.guard.versioned.VersionedStore} keeps each value together with all its
 * concurrent siblings until a {@link dev.likeaclockwork.guard.versioned.Merge} or a later write replaces them.
 */
@NullMarked
package dev.likeaclockwork.guard.versioned;

import org.jspecify.annotations.NullMarked;
