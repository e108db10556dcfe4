// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
/** The subcommands: each parses its arguments, asks the graph, and hands the answer to a renderer. */
@NullMarked
package dev.likeaclockwork.cli.command;

import org.jspecify.annotations.NullMarked;
