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
 * The settings of the runtime. A setting that there is not, in a file of the application, is an error.
 *
 * @param enabled Whether anything is recorded and carried at all.
 * @param service Name of the service in node ids. Default: spring.application.name.
 * @param scope What a node is: a branch of a request, or the process.
 * @param edge What is done with causality that comes with requests.
 * @param headerBudget Largest size of a stamp with its name on a carrier. What is larger is left out.
 * @param bufferedEvents How many events may wait for one sink. What does not fit is dropped and counted.
 * @param shutdownTimeout How long the end of the application may wait for sinks to write what waits.
 * @param file Event log in a file.
 * @param slf4j Event log in a logger.
 * @param collector Event log at a collector.
 * @param recent Events in memory.
 * @param limits How much of a carrier is read.
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
     * The event log in a file.
     *
     * @param enabled Whether events are written to a file of JSON lines.
     * @param path File to append to. Default: logs/SERVICE.jsonl.
     * @param maxSize Size from which on another file is begun.
     * @param keptFiles How many full files are kept.
     */
    public record LogFile(
            @DefaultValue("true") boolean enabled,
            @Nullable Path path,
            @DefaultValue("64MB") DataSize maxSize,
            @DefaultValue("9") int keptFiles) {}

    /**
     * The event log in a logger.
     *
     * @param enabled Whether each event is logged as a JSON line at level INFO.
     * @param logger Name of the logger.
     */
    public record LoggerSettings(
            @DefaultValue("false") boolean enabled,
            @DefaultValue("dev.likeaclockwork.events") String logger) {}

    /**
     * The event log at a collector.
     *
     * @param url Address to post batches of JSON lines to. None are sent by default.
     */
    public record Collector(@Nullable URI url) {}

    /**
     * The events in memory.
     *
     * @param events How many of the last events are kept for the actuator's endpoint.
     */
    public record Recent(@DefaultValue("1000") int events) {}

    /**
     * How much of a carrier is read.
     *
     * @param maxEntries Entries of one stamp. One with more is treated as absent.
     * @param maxSize Size of one stamp. A larger one is treated as absent.
     */
    public record Limits(
            @DefaultValue("256") int maxEntries,
            @DefaultValue("8KB") DataSize maxSize) {}
}
