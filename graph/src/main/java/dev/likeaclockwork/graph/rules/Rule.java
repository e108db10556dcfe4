// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.rules;

import dev.likeaclockwork.graph.CausalGraph;
import dev.likeaclockwork.graph.event.Position;

/**
 * A rule that an execution must keep. Immutable and thread-safe.
 *
 * <p>{@link Rules} reads and checks them.
 */
public final class Rule {
    private final Position position;
    private final String text;
    private final Sentence sentence;

    Rule(Position position, String text, Sentence sentence) {
        this.position = position;
        this.text = text;
        this.sentence = sentence;
    }

    /** Where it stands. */
    public Position position() {
        return position;
    }

    /** The rule as it was written. */
    public String text() {
        return text;
    }

    /** Whether a graph keeps it. */
    public Outcome check(CausalGraph graph) {
        Finding finding = sentence.check(graph);
        return new Outcome(this, finding.status(), finding.reason(), finding.witnesses());
    }

    /** {@code file:line: text}. */
    @Override
    public String toString() {
        return position + ": " + text;
    }
}
