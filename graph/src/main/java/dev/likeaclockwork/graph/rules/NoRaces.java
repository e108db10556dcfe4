// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.rules;

import dev.likeaclockwork.graph.CausalGraph;
import dev.likeaclockwork.graph.event.Access;
import dev.likeaclockwork.graph.findings.Race;
import dev.likeaclockwork.graph.findings.Races;
import dev.likeaclockwork.graph.rules.Outcome.Witness;
import java.util.List;
import java.util.Objects;

/**
 * No two accesses of one resource race.
 *
 * @param resource fits the resources that this is about
 * @param writesOnly whether only two writes count
 */
record NoRaces(Glob resource, boolean writesOnly) implements Sentence {
    @Override
    public Finding check(CausalGraph graph) {
        List<Race> races = Races.of(graph, (first, second) -> matters(graph, first) && matters(graph, second));
        if (races.isEmpty()) {
            return Finding.nothingFound(graph, isThere(graph) ? "" : "no event accesses " + resource);
        }
        Race worst = races.get(0);
        Witness first = new Witness(worst.first(), "is one of the two");
        Witness second = new Witness(worst.second(), "is the other");
        return switch (worst.kind()) {
            case LOST_UPDATE ->
                Finding.violated("two concurrent writes of " + worst.resource() + " over one version", first, second);
            case CONFLICTING_READ_AND_WRITE ->
                Finding.violated("a read of " + worst.resource() + " is concurrent with a write", first, second);
            case NOT_PROVEN ->
                Finding.undecided(
                        "nothing orders two accesses of " + worst.resource() + ", and the logs have no versions that "
                                + "would prove a conflict",
                        first,
                        second);
            case UNKNOWN ->
                Finding.undecided(
                        "something that is missing from the logs may order two accesses of " + worst.resource(),
                        first,
                        second);
        };
    }

    private boolean matters(CausalGraph graph, int event) {
        Access access = Objects.requireNonNull(graph.access(event));
        return resource.matches(access.resource()) && (!writesOnly || access.kind() == Access.Kind.WRITE);
    }

    private boolean isThere(CausalGraph graph) {
        for (int event = 0; event < graph.size(); event++) {
            Access access = graph.access(event);
            if (access != null && resource.matches(access.resource())) {
                return true;
            }
        }
        return false;
    }
}
