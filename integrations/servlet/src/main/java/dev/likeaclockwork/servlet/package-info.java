// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
/**
 * Causality for servlets: {@link dev.likeaclockwork.servlet.ClockworkServletFilter} is registered for all requests, and
 * that is all.
 */
@NullMarked
package dev.likeaclockwork.servlet;

import org.jspecify.annotations.NullMarked;
