// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
/**
 * Glue between Logback and the runtime: an appender that stamps each log call, and an encoder and a converter that
 * write the stamp so that {@code clockwork} reads it.
 */
@NullMarked
package dev.likeaclockwork.logback;

import org.jspecify.annotations.NullMarked;
