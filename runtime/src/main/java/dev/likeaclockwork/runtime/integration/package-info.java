// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
/**
 * The service provider interface of integrations. An {@link dev.likeaclockwork.runtime.integration.InboundHandler}
 * serves what a server or consumer receives, an {@link dev.likeaclockwork.runtime.integration.OutboundHandler} what a
 * client or producer sends. The handlers hold all policy; an integration connects them to a framework, and never fails
 * the user's request.
 */
@NullMarked
package dev.likeaclockwork.runtime.integration;

import org.jspecify.annotations.NullMarked;
