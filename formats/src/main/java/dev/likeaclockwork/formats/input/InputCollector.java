// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.formats.input;

import dev.likeaclockwork.formats.spans.Span;
import dev.likeaclockwork.graph.event.EventSink;
import dev.likeaclockwork.graph.event.Fault;
import dev.likeaclockwork.graph.event.LoggedEvent;
import dev.likeaclockwork.graph.event.Position;
import dev.likeaclockwork.graph.event.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What is found in one input, on its way to the execution that is being read. An input without a delimiter has one
 * execution, with an empty name; those after a delimiter without a name are numbered, and of one number in all inputs.
 */
public final class InputCollector {
    private final String file;
    private final Executions executions;
    private String name = "";
    private int number = 1;
    private boolean isEmpty = true;
    private boolean foundNothing = true;
    private Executions.@Nullable Execution execution;

    public InputCollector(String file, Executions executions) {
        this.file = file;
        this.executions = executions;
    }

    /** A line of this input. */
    public Position at(int line) {
        return new Position(file, line);
    }

    /** Takes an event. */
    public void event(LoggedEvent event) {
        sink().event(event);
    }

    /** Takes a span, of which events are made when all inputs are read. */
    void span(Span span) {
        execution().spans().add(span);
    }

    /** Takes notice of a line that should have been an event. */
    public void unreadable(int line, String detail) {
        sink().problem(new Problem(Fault.UNREADABLE_LINE, at(line), detail));
    }

    /** Takes notice of something wrong with this input as a whole. */
    public void unreadableInput(String detail) {
        sink().problem(new Problem(Fault.UNREADABLE_INPUT, at(0), detail));
    }

    /** From here on, the input is about another execution; null if it has no name. */
    public void nextExecution(@Nullable String named) {
        number += isEmpty ? 0 : 1;
        name = named != null && !named.isBlank() ? named.strip() : number == 1 ? "" : "execution " + number;
        execution = null;
        isEmpty = true;
    }

    /** Whether nothing was found so far, neither events nor problems. */
    public boolean foundNothing() {
        return foundNothing;
    }

    private EventSink sink() {
        return execution().sink();
    }

    private Executions.Execution execution() {
        isEmpty = false;
        foundNothing = false;
        if (execution == null) {
            execution = executions.named(name);
        }
        return execution;
    }
}
