// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
/**
 * Integration of gRPC: {@link dev.likeaclockwork.grpc.ClockworkClientInterceptor} instruments channels, and
 * {@link dev.likeaclockwork.grpc.ClockworkServerInterceptor} instruments servers.
 */
@NullMarked
package dev.likeaclockwork.grpc;

import org.jspecify.annotations.NullMarked;
