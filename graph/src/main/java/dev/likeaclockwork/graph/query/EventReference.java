// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.query;

import dev.likeaclockwork.graph.CausalGraph;
import dev.likeaclockwork.graph.event.Position;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * How a person names one event of a graph: by its id, as {@code node:counter}, or as {@code file:line}.
 *
 * <p>Node names may have colons themselves; the last one counts. Ids come first, then nodes, then files.
 */
public final class EventReference {
    private EventReference() {}

    /**
     * The event that {@code text} names. Takes O(n).
     *
     * @throws IllegalArgumentException if it names no event, or more than one
     */
    public static int find(CausalGraph graph, String text) {
        OptionalInt withId =
                single(graph, text, event -> text.equals(graph.table().id(event)));
        if (withId.isPresent()) {
            return withId.getAsInt();
        }
        int colon = text.lastIndexOf(':');
        if (colon > 0 && text.length() - colon < 20 && text.substring(colon + 1).matches("\\d+")) {
            return find(graph, text, text.substring(0, colon), Long.parseLong(text.substring(colon + 1)));
        }
        throw none(text);
    }

    private static int find(CausalGraph graph, String text, String name, long number) {
        OptionalInt byCounter = graph.find(name, number);
        if (byCounter.isPresent()) {
            return byCounter.getAsInt();
        }
        return single(graph, text, event -> isAt(graph.table().position(event), name, number))
                .orElseThrow(() -> none(text));
    }

    /** The end of a path will do. */
    private static boolean isAt(Position position, String file, long line) {
        return position.line() == line
                && (position.file().equals(file) || position.file().endsWith("/" + file));
    }

    private static OptionalInt single(CausalGraph graph, String text, IntPredicate predicate) {
        int[] found =
                IntStream.range(0, graph.size()).filter(predicate).limit(2).toArray();
        if (found.length == 2) {
            throw new IllegalArgumentException("'" + text + "' names more than one event: that at "
                    + graph.event(found[0]).position() + " and that at "
                    + graph.event(found[1]).position());
        }
        return found.length == 1 ? OptionalInt.of(found[0]) : OptionalInt.empty();
    }

    private static IllegalArgumentException none(String text) {
        return new IllegalArgumentException(
                "no event is named '" + text + "'; an event is named by its id, as node:counter, or as file:line");
    }
}
