// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
/**
 * Causality in a service: the API of an application. {@link dev.likeaclockwork.runtime.Clockwork} is the runtime of one
 * service, configured by its builder. An {@link dev.likeaclockwork.runtime.Activity} is one branch of a request and a
 * node of its own, so that requests are not ordered merely because one process serves them. Invalid input from outside
 * and failing sinks never fail the user's request.
 */
@NullMarked
package dev.likeaclockwork.runtime;

import org.jspecify.annotations.NullMarked;
