// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0

/**
 * The soak test: long traffic through three services with requests, calls, branches, failures, forged headers and
 * rotating files, after which the reachable heap must not have grown.
 */
@NullMarked
package dev.likeaclockwork.soak;

import org.jspecify.annotations.NullMarked;
