// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli.command;

import java.util.List;

/** The classes of all subcommands. */
public final class Subcommands {

    /** All subcommands, in the order of the help. */
    public static final List<Class<?>> ALL = List.of(
            ReportCommand.class,
            CheckCommand.class,
            OrderCommand.class,
            RacesCommand.class,
            ExplainCommand.class,
            PastCommand.class,
            FutureCommand.class,
            BetweenCommand.class,
            ConcurrentWithCommand.class,
            CutCommand.class,
            AssertCommand.class,
            DiffCommand.class,
            StatsCommand.class,
            ConvertCommand.class,
            RelationCommand.class,
            CompletionCommand.class);

    private Subcommands() {}
}
