// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.read;

import dev.likeaclockwork.graph.EventLog;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads event logs of the kinds it recognises: JSON lines with {@code _causality}, and the two-line vector-clock logs of
 * ShiViz and GoVector. All files together are one execution, unless a delimiter separates executions.
 *
 * @param parser a JavaScript regular expression with the named groups {@code host}, {@code clock} and {@code event}, for
 *     two-line logs of another form
 * @param delimiter a JavaScript regular expression that separates executions; its group {@code trace}, if it has one,
 *     names the execution that follows
 * @param nodeField the top-level member of JSON lines that names the node where {@code _causality} does not
 */
public record LogReader(Optional<String> parser, Optional<String> delimiter, Optional<String> nodeField) {
    /** A reader that recognises everything by itself. */
    public static LogReader standard() {
        return new LogReader(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * Reads all sources.
     *
     * @throws IOException if a source cannot be read
     * @throws IllegalArgumentException if an expression is none
     */
    public List<EventLog> read(List<Source> sources) throws IOException {
        Executions executions = new Executions(delimiter);
        for (Source source : sources) {
            String text = source.text();
            for (Executions.Part part : executions.split(text)) {
                readPart(source.name(), text, part);
            }
        }
        return executions.logs();
    }

    private void readPart(String file, String text, Executions.Part part) {
        if (parser.isEmpty() && JsonLines.recognises(text, part)) {
            new JsonLines(file, nodeField).read(text, part);
        } else {
            new TwoLineLog(file, parser).read(text, part);
        }
    }

    /** Something to read, with the name that messages give it. */
    public interface Source {
        /** The name of a file, as the user gave it. */
        String name();

        /** All of it, with line ends as {@code \n}. */
        String text() throws IOException;
    }

    /** The lines of a part that hold something, for readers that go line by line. */
    static List<Integer> lineStarts(String text, Executions.Part part) {
        List<Integer> starts = new ArrayList<>();
        for (int start = part.start(); start < part.end(); start = text.indexOf('\n', start) + 1) {
            starts.add(start);
            if (text.indexOf('\n', start) < 0) {
                break;
            }
        }
        return starts;
    }
}
