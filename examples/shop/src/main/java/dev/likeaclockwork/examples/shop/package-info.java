// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
/**
 * The demo: {@link dev.likeaclockwork.examples.shop.Demo} starts a broker and the three services of the packages below,
 * each in a process of its own, places two orders, and runs the {@code clockwork} command on the logs.
 */
@NullMarked
package dev.likeaclockwork.examples.shop;

import org.jspecify.annotations.NullMarked;
