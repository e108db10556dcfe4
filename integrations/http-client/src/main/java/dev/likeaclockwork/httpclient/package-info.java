// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
/**
 * Causality for the JDK's HTTP client: {@link dev.likeaclockwork.httpclient.ClockworkHttpClient} wraps one, and is used
 * in its place.
 */
@NullMarked
package dev.likeaclockwork.httpclient;

import org.jspecify.annotations.NullMarked;
