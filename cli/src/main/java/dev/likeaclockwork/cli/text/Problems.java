// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli.text;

import dev.likeaclockwork.graph.event.Fault;
import dev.likeaclockwork.graph.event.Problem;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Renders kinds of faults and their places. */
public final class Problems {
    private Problems() {}

    /** The title of a kind, such as {@code CLOCK SKEW}. */
    public static String title(Fault fault) {
        return fault.name().replace('_', ' ').toUpperCase(Locale.ROOT);
    }

    /** The members of a problem in a JSON object. */
    public static Map<String, Object> members(Problem problem) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("fault", Events.name(problem.fault()));
        members.put("file", problem.position().file());
        members.put("line", problem.position().line());
        members.put("detail", problem.detail());
        return members;
    }
}
