// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli.options;

import dev.likeaclockwork.graph.CausalGraph;
import dev.likeaclockwork.graph.event.LoggedEvent;
import dev.likeaclockwork.graph.findings.Races;
import dev.likeaclockwork.graph.rules.Glob;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that select the pairs of accesses which {@code clockwork races} examines. */
public final class RaceFilter {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

    @Option(
            names = "--resource",
            paramLabel = "GLOB",
            description = "Only races on matching resources, such as product:*.")
    private @Nullable String resource;

    @Option(names = "--node", paramLabel = "GLOB", description = "Only races that involve a matching node or service.")
    private @Nullable String node;

    @Option(
            names = "--since",
            paramLabel = "WHEN",
            description =
                    "Only races with an access at or after a time such as 2026-11-23T10:00:00Z, or within the last"
                            + " 30s, 10m, 2h or 1d of the logs.")
    private @Nullable String since;

    /** The filter for one execution; times such as {@code 10m} count back from its last event. */
    public Races.Filter of(CausalGraph graph) {
        if (resource == null && node == null && since == null) {
            return (first, second) -> true;
        }
        Glob resources = new Glob(Objects.requireNonNullElse(resource, "*"));
        Glob nodes = new Glob(Objects.requireNonNullElse(node, "*"));
        Instant from = since == null ? Instant.MIN : from(since, graph);
        return (first, second) -> {
            LoggedEvent one = graph.event(first);
            LoggedEvent other = graph.event(second);
            return resources.matches(Objects.requireNonNull(one.access()).resource())
                    && (isOf(one, nodes) || isOf(other, nodes))
                    && (isSince(one, from) || isSince(other, from));
        };
    }

    private static boolean isOf(LoggedEvent event, Glob nodes) {
        return nodes.matches(event.node()) || nodes.matches(event.service());
    }

    /** Events without a time are never filtered out. */
    private static boolean isSince(LoggedEvent event, Instant from) {
        return event.time() == null || !event.time().isBefore(from);
    }

    private static Instant from(String since, CausalGraph graph) {
        Matcher duration = DURATION.matcher(since);
        if (duration.matches()) {
            return last(graph).minus(duration(Long.parseLong(duration.group(1)), duration.group(2)));
        }
        try {
            return OffsetDateTime.parse(since).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "--since must be a time such as 2026-11-23T10:00:00Z, or 30s, 10m, 2h or 1d, not '" + since + "'");
        }
    }

    private static Duration duration(long amount, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }

    /** The latest time of any event. */
    private static Instant last(CausalGraph graph) {
        return IntStream.range(0, graph.size())
                .mapToObj(event -> graph.event(event).time())
                .filter(Objects::nonNull)
                .reduce((one, other) -> one.isAfter(other) ? one : other)
                .orElse(Instant.MIN.plus(Duration.ofDays(Integer.MAX_VALUE)));
    }
}
