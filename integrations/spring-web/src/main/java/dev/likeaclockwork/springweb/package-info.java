// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0

/**
 * Causality for Spring's HTTP clients: {@link dev.likeaclockwork.springweb.ClockworkRestInterceptor} for
 * {@code RestClient} and {@code RestTemplate}, {@link dev.likeaclockwork.springweb.ClockworkWebClientFilter} for
 * {@code WebClient}.
 */
@NullMarked
package dev.likeaclockwork.springweb;

import org.jspecify.annotations.NullMarked;
