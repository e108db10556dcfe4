// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.springbootstarter;

import dev.likeaclockwork.runtime.EdgePolicy;
import dev.likeaclockwork.runtime.NodeScope;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The {@code clockwork.*} properties. An unknown {@code clockwork.*} property fails the startup.
 *
 * @param enabled Whether Clockwork records events and propagates causality.
 * @param service Name of the service in node ids. Defaults to spring.application.name.
 * @param scope Whether each activity (a branch of a request) or the whole process is a node.
 * @param edge Whether to trust, restart or drop the causality that inbound requests carry.
 * @param headerBudget Maximum size of the outbound causality header, name included. A larger header is omitted.
 * @param bufferedEvents Number of events that may wait for each sink. Further events are dropped and counted.
 * @param shutdownTimeout Maximum time that the shutdown waits for sinks to write the buffered events.
 * @param file Settings of the event log in a file.
 * @param slf4j Settings of the event log in a logger.
 * @param collector Settings of the collector that events are sent to.
 * @param recent Settings of the events that are kept in memory.
 * @param limits Limits for inbound causality headers.
 */
@ConfigurationProperties(prefix = "clockwork", ignoreUnknownFields = false)
public record ClockworkProperties(
        @DefaultValue("true") boolean enabled,
        @Nullable String service,
        @DefaultValue("activity") NodeScope scope,
        @DefaultValue("trust") EdgePolicy edge,
        @DefaultValue("2KB") DataSize headerBudget,
        @DefaultValue("16384") int bufferedEvents,
        @DefaultValue("5s") Duration shutdownTimeout,
        @DefaultValue LogFile file,
        @DefaultValue LoggerSettings slf4j,
        @DefaultValue Collector collector,
        @DefaultValue Recent recent,
        @DefaultValue Limits limits) {

    /**
     * Settings of the event log in a file.
     *
     * @param enabled Whether to write events to a file of JSON lines.
     * @param path File to append to. Defaults to logs/SERVICE.jsonl.
     * @param maxSize Size at which the file is rotated.
     * @param keptFiles Number of rotated files to keep.
     */
    public record LogFile(
            @DefaultValue("true") boolean enabled,
            @Nullable Path path,
            @DefaultValue("64MB") DataSize maxSize,
            @DefaultValue("9") int keptFiles) {}

    /**
     * Settings of the event log in a logger.
     *
     * @param enabled Whether to log each event as a JSON line at level INFO.
     * @param logger Name of the logger.
     */
    public record LoggerSettings(
            @DefaultValue("false") boolean enabled,
            @DefaultValue("dev.likeaclockwork.events") String logger) {}

    /**
     * Settings of the collector.
     *
     * @param url URL to post batches of JSON lines to. Without a URL, nothing is sent.
     */
    public record Collector(@Nullable URI url) {}

    /**
     * Settings of the events that are kept in memory.
     *
     * @param events Number of recent events to keep for the actuator endpoint.
     */
    public record Recent(@DefaultValue("1000") int events) {}

    /**
     * Limits for inbound causality headers.
     *
     * @param maxEntries Maximum number of entries of a header. A header with more entries is treated as absent.
     * @param maxSize Maximum size of a header. A larger header is treated as absent.
     */
    public record Limits(
            @DefaultValue("256") int maxEntries,
            @DefaultValue("8KB") DataSize maxSize) {}
}
