// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0

/**
 * Long traffic through three services with everything on: requests, calls, branches, failures, forged headers, files
 * that rotate. What stays on the heap afterwards is ours to explain.
 */
@NullMarked
package dev.likeaclockwork.soak;

import org.jspecify.annotations.NullMarked;
