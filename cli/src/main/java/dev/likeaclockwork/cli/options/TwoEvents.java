// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli.options;

import java.util.List;
import picocli.CommandLine.Parameters;

/** The arguments of commands about two events: references to them, then the files. */
public final class TwoEvents {
    @Parameters(index = "0", paramLabel = "A", description = OneEvent.DESCRIPTION)
    private String a = "";

    @Parameters(index = "1", paramLabel = "B", description = "The other event.")
    private String b = "";

    @Parameters(index = "2..*", arity = "1..*", paramLabel = "FILE", description = LogFiles.DESCRIPTION)
    private List<String> files = List.of();

    public List<String> references() {
        return List.of(a, b);
    }

    public List<String> files() {
        return files;
    }
}
