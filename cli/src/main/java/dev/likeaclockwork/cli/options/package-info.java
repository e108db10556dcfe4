// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
/** Options and arguments that several subcommands share, and how they open logs and the output. */
@NullMarked
package dev.likeaclockwork.cli.options;

import org.jspecify.annotations.NullMarked;
