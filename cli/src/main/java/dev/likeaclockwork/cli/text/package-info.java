// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
/** Renderers: answers of the graph as lines of text or as JSON objects. */
@NullMarked
package dev.likeaclockwork.cli.text;

import org.jspecify.annotations.NullMarked;
