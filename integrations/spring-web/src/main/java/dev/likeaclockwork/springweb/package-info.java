// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0

/**
 * Integration of Spring's HTTP clients: {@link dev.likeaclockwork.springweb.ClockworkRestInterceptor} instruments
 * {@code RestClient} and {@code RestTemplate}; {@link dev.likeaclockwork.springweb.ClockworkWebClientFilter}
 * instruments {@code WebClient}.
 */
@NullMarked
package dev.likeaclockwork.springweb;

import org.jspecify.annotations.NullMarked;
