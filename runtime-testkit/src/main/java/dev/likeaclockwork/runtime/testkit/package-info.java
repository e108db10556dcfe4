// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
/**
 * Contract suites for integrations. A test class extends the contract of its kind, implements the calls of its
 * framework, and inherits the tests. They run against the real framework and check the causal graph of the recorded
 * events.
 */
@NullMarked
package dev.likeaclockwork.runtime.testkit;

import org.jspecify.annotations.NullMarked;
