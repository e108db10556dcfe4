// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.rules;

import dev.likeaclockwork.graph.CausalGraph;
import dev.likeaclockwork.graph.event.Position;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules of a file, one on each line. Blank lines, and what stands behind a {@code #} outside of quotes, are passed
 * over.
 *
 * <p>The documentation of the command lists the sentences and says exactly when each holds. Immutable and thread-safe.
 *
 * @param list the rules in their order
 */
public record Rules(List<Rule> list) {
    /** Copies the list. */
    public Rules {
        list = List.copyOf(list);
    }

    /**
     * Reads rules.
     *
     * @param file the name of the file, for messages
     * @param text all of it
     * @throws IllegalArgumentException if a line is no rule, naming file and line
     */
    public static Rules parse(String file, String text) {
        List<Rule> rules = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            Position position = new Position(file, ++number);
            String rule = withoutComment(line).strip();
            if (!rule.isEmpty()) {
                rules.add(new Rule(position, rule, parse(position, rule)));
            }
        }
        return new Rules(rules);
    }

    private static Sentence parse(Position position, String rule) {
        try {
            return SentenceParser.parse(rule);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(position + ": " + e.getMessage(), e);
        }
    }

    private static String withoutComment(String line) {
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\' && quoted) {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == '#' && !quoted) {
                return line.substring(0, i);
            }
        }
        return line;
    }

    /** What becomes of each rule, in their order. */
    public List<Outcome> check(CausalGraph graph) {
        return list.stream().map(rule -> rule.check(graph)).toList();
    }
}
