// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.rules;

import dev.likeaclockwork.graph.CausalGraph;

/** The meaning of a rule: how a graph is checked against it. */
interface Sentence {
    /** Checks a graph, and names the events that decide. */
    Finding check(CausalGraph graph);
}
