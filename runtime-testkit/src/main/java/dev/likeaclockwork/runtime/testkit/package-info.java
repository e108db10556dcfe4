// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
/**
 * Tests for any integration. A test class extends the contract of its kind, says how its framework is called, and
 * inherits the tests; they run against the real framework, and judge what was recorded by the graph that the tools make
 * of it.
 */
@NullMarked
package dev.likeaclockwork.runtime.testkit;

import org.jspecify.annotations.NullMarked;
