// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli.options;

import java.util.List;
import picocli.CommandLine.Parameters;

/** The arguments of commands about one event: a reference to it, then the files. */
public final class OneEvent {

    /** The description of a parameter that names an event. */
    public static final String DESCRIPTION = "An event: its id, node:counter, or file:line.";

    @Parameters(index = "0", paramLabel = "EVENT", description = OneEvent.DESCRIPTION)
    private String event = "";

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE", description = LogFiles.DESCRIPTION)
    private List<String> files = List.of();

    public List<String> references() {
        return List.of(event);
    }

    public List<String> files() {
        return files;
    }
}
