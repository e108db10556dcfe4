// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0

/**
 * Causality for Spring Boot by one dependency: auto-configurations of the runtime and of what the application has, the
 * {@code clockwork} settings, and the actuator's endpoint.
 */
@NullMarked
package dev.likeaclockwork.springbootstarter;

import org.jspecify.annotations.NullMarked;
