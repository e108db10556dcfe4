// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli;

import java.util.List;
import picocli.CommandLine.Parameters;

/** The arguments of commands that ask of one event: its name, then the files. */
final class OneEvent {
    @Parameters(index = "0", paramLabel = "EVENT", description = EventCommand.EVENT)
    private String event = "";

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE", description = LogFiles.DESCRIPTION)
    private List<String> files = List.of();

    List<String> references() {
        return List.of(event);
    }

    List<String> files() {
        return files;
    }
}
