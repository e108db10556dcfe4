// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
/** Integration of the JDK's HTTP client: {@link dev.likeaclockwork.httpclient.ClockworkHttpClient} wraps one. */
@NullMarked
package dev.likeaclockwork.httpclient;

import org.jspecify.annotations.NullMarked;
