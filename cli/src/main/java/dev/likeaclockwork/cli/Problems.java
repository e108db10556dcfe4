// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli;

import dev.likeaclockwork.graph.event.Fault;
import dev.likeaclockwork.graph.event.Problem;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** How faults are printed. */
final class Problems {
    private Problems() {}

    /** Such as {@code CLOCK SKEW}. */
    static String title(Fault fault) {
        return fault.name().replace('_', ' ').toUpperCase(Locale.ROOT);
    }

    static Map<String, Object> members(Problem problem) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("fault", Events.name(problem.fault()));
        members.put("file", problem.position().file());
        members.put("line", problem.position().line());
        members.put("detail", problem.detail());
        return members;
    }
}
