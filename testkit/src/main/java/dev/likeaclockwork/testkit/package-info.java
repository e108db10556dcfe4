// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0

/**
 * What one needs to test a clock or a transport, one's own or ours: {@link dev.likeaclockwork.testkit.Execution seeded
 * executions} with ground truth by reachability, {@link dev.likeaclockwork.testkit.RelationLaws laws}, and contract suites
 * for JUnit, such as {@link dev.likeaclockwork.testkit.VectorClockContract}, that another implementation extends and runs.
 */
@NullMarked
package dev.likeaclockwork.testkit;

import org.jspecify.annotations.NullMarked;
