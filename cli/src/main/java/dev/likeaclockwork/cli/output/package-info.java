// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
/** The terminal: safe characters, colours, width, paging and progress. Knows nothing of graphs. */
@NullMarked
package dev.likeaclockwork.cli.output;

import org.jspecify.annotations.NullMarked;
