// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
/**
 * The {@code clockwork} command: the program, the root command and its error handling. Subcommands are in
 * {@code command}, their shared options in {@code options}, renderers in {@code text}, and the terminal in
 * {@code output}; imports run in this direction only.
 */
@NullMarked
package dev.likeaclockwork.cli;

import org.jspecify.annotations.NullMarked;
