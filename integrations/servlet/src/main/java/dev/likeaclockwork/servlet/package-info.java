// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
/**
 * Integration of Jakarta Servlet: {@link dev.likeaclockwork.servlet.ClockworkServletFilter} instruments all requests of
 * a servlet container.
 */
@NullMarked
package dev.likeaclockwork.servlet;

import org.jspecify.annotations.NullMarked;
