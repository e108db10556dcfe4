// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli.text;

import dev.likeaclockwork.cli.output.Output;
import dev.likeaclockwork.cli.output.Style;
import dev.likeaclockwork.graph.CausalGraph;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One execution of the logs, and its graph.
 *
 * @param name its name; empty if it is the only one
 * @param graph its events
 */
public record Execution(String name, CausalGraph graph) {
    /** Prints the name, if it has one. */
    public void printName(Output out) {
        if (!name.isEmpty() && !out.isJson()) {
            out.line(Style.strong(name));
        }
    }

    /** Creates a JSON object with its type and the name of the execution, if it has one. */
    public Map<String, Object> object(String type) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", type);
        if (!name.isEmpty()) {
            object.put("execution", name);
        }
        return object;
    }
}
