// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
/**
 * The demo: {@link dev.likeaclockwork.examples.shop.Demo} starts a broker and the three services of the packages below,
 * each in a process of its own, buys something, and asks the {@code clockwork} command what happened.
 */
@NullMarked
package dev.likeaclockwork.examples.shop;

import org.jspecify.annotations.NullMarked;
