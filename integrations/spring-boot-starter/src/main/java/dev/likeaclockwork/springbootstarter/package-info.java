// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0

/**
 * The Spring Boot starter: auto-configurations of the runtime and of the integrations whose libraries the application
 * uses, the {@code clockwork} properties, and the actuator endpoint.
 */
@NullMarked
package dev.likeaclockwork.springbootstarter;

import org.jspecify.annotations.NullMarked;
