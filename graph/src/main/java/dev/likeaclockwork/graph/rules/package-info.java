// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
/**
 * Rules that an execution must keep, such as {@code always "order.created" before "payment.taken"}: their small
 * language, and whether a graph keeps them, breaks them, or does not tell. A new kind of rule is one class and one line
 * in {@code Sentence}.
 */
@NullMarked
package dev.likeaclockwork.graph.rules;

import org.jspecify.annotations.NullMarked;
