// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.formats;

import dev.likeaclockwork.formats.options.ReadOptions;
import dev.likeaclockwork.formats.options.Source;
import dev.likeaclockwork.graph.event.EventSink;
import dev.likeaclockwork.graph.event.LoggedEvent;
import dev.likeaclockwork.graph.event.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a reader found, in one execution or in several. */
final class Reading {
    private final Map<String, Found> executions = new LinkedHashMap<>();

    private static final class Found implements EventSink {
        private final List<LoggedEvent> events = new ArrayList<>();
        private final List<String> problems = new ArrayList<>();

        @Override
        public void event(LoggedEvent event) {
            events.add(event);
        }

        @Override
        public void problem(Problem problem) {
            problems.add(problem.fault() + " " + problem);
        }
    }

    static Reading of(ReadOptions options, Source... sources) {
        Reading reading = new Reading();
        new LogReader(options).read(List.of(sources), name -> {
            Found found = new Found();
            reading.executions.put(name, found);
            return found;
        });
        return reading;
    }

    /** Reads a text that is called "log" with the standard options. */
    static Reading of(String text) {
        return of(ReadOptions.standard(), Source.text("log", text));
    }

    /** Reads a file among the resources of tests. */
    static Source resource(String name) {
        return Source.stream(name, Reading.class.getResourceAsStream("/logs/" + name));
    }

    List<String> executions() {
        return List.copyOf(executions.keySet());
    }

    List<LoggedEvent> events() {
        return executions.values().stream()
                .flatMap(found -> found.events.stream())
                .toList();
    }

    List<LoggedEvent> events(String execution) {
        return executions.get(execution).events;
    }

    LoggedEvent event(int i) {
        return events().get(i);
    }

    /** The event of an id. */
    LoggedEvent event(String id) {
        return events().stream()
                .filter(event -> id.equals(event.id()))
                .findFirst()
                .orElseThrow();
    }

    /** Kind, place and words of all problems. */
    List<String> problems() {
        return executions.values().stream()
                .flatMap(found -> found.problems.stream())
                .toList();
    }

    /** Such as {@code a:1 hello}. */
    Stream<String> summary() {
        return events().stream().map(event -> event.node() + ":" + event.counter() + " " + event.label());
    }
}
