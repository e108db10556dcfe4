// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
/**
 * Causality in a service, without hand work.
 *
 * <ul>
 *   <li>A {@link dev.likeaclockwork.runtime.Clockwork} is the runtime of one service. It starts activities and hands
 *       what they record to sinks.
 *   <li>An {@link dev.likeaclockwork.runtime.Activity} is one branch of a request, and a node of its own: branches of
 *       different requests are not ordered merely because one process served both.
 *   <li>Handlers ({@link dev.likeaclockwork.runtime.InboundHandler},
 *       {@link dev.likeaclockwork.runtime.OutboundHandler}) hold all policy of HTTP, RPC and messaging; an integration
 *       is glue between a framework and them.
 * </ul>
 *
 * <p>What comes from outside, and what happens to sinks, never fails the user's request.
 */
@NullMarked
package dev.likeaclockwork.runtime;

import org.jspecify.annotations.NullMarked;
