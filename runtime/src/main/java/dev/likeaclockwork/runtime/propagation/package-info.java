// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
/**
 * Propagation of vector timestamps: how a carrier, the headers of one message, is read
 * ({@link dev.likeaclockwork.runtime.propagation.CarrierGetter}) and written
 * ({@link dev.likeaclockwork.runtime.propagation.CarrierSetter}), and the
 * {@link dev.likeaclockwork.runtime.propagation.Propagator} that does both within limits and without failing a request.
 */
@NullMarked
package dev.likeaclockwork.runtime.propagation;

import org.jspecify.annotations.NullMarked;
