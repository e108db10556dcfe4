// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
/**
 * Integration of Logback: an appender that adds the node and the vector of the current activity to each log line, and
 * an encoder and a converter that write the {@code _causality} member.
 */
@NullMarked
package dev.likeaclockwork.logback;

import org.jspecify.annotations.NullMarked;
