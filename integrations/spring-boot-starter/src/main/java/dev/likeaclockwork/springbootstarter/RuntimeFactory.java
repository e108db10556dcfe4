// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.springbootstarter;

import static dev.likeaclockwork.springbootstarter.InvalidPropertyException.unless;

import dev.likeaclockwork.runtime.Clockwork;
import dev.likeaclockwork.runtime.ClockworkBuilder;
import dev.likeaclockwork.runtime.sink.CollectorSink;
import dev.likeaclockwork.runtime.sink.InMemorySink;
import dev.likeaclockwork.runtime.sink.JsonLinesSink;
import dev.likeaclockwork.runtime.sink.Slf4jSink;
import dev.likeaclockwork.wire.WireLimits;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.util.unit.DataSize;

/** Makes of settings what they say, or explains why that cannot be. */
final class RuntimeFactory {
    private static final Pattern SERVICE = Pattern.compile("[!-~&&[^,=/]]{1,114}");
    private static final String AT_LEAST_ONE = "It must be at least 1.";
    private static final String LEAVE_OUT = "Give a larger value, or leave the property out.";

    private final ClockworkProperties properties;
    private final String service;

    RuntimeFactory(ClockworkProperties properties, Environment environment) {
        this.properties = properties;
        this.service = service(properties, environment);
    }

    /** What is set, or else the application's name as far as it can be one. */
    private static String service(ClockworkProperties properties, Environment environment) {
        String set = properties.service();
        if (set != null) {
            unless(
                    SERVICE.matcher(set).matches(),
                    "clockwork.service",
                    set,
                    "A node id begins with it: 1 to 114 visible ASCII characters other than ',', '=' and '/'.",
                    "Give such a name, or leave the property out: then spring.application.name is used.");
            return set;
        }
        String name = environment.getProperty("spring.application.name", "").replaceAll("[^!-~]|[,=/]", "-");
        return name.isEmpty() ? "application" : name.substring(0, Math.min(114, name.length()));
    }

    /** The runtime to be, but for the sinks and metrics that are beans. */
    ClockworkBuilder builder() {
        ClockworkBuilder builder = Clockwork.builder(service)
                .scope(properties.scope())
                .edgePolicy(properties.edge())
                .headerBudget(bytes("clockwork.header-budget", properties.headerBudget()))
                .bufferedEvents(atLeastOne("clockwork.buffered-events", properties.bufferedEvents()))
                .limits(limits(properties.limits()));
        unless(
                !properties.shutdownTimeout().isNegative(),
                "clockwork.shutdown-timeout",
                properties.shutdownTimeout(),
                "It must not be negative.",
                LEAVE_OUT);
        builder.shutdownTimeout(properties.shutdownTimeout());
        addSinks(builder);
        return builder;
    }

    /** What keeps the last events. */
    static InMemorySink recent(ClockworkProperties properties) {
        return InMemorySink.create(
                atLeastOne("clockwork.recent.events", properties.recent().events()));
    }

    private void addSinks(ClockworkBuilder builder) {
        URI collector = properties.collector().url();
        if (collector != null) {
            builder.sink(collector(collector));
        }
        if (properties.slf4j().enabled()) {
            builder.sink(
                    Slf4jSink.create(LoggerFactory.getLogger(properties.slf4j().logger())));
        }
        if (properties.file().enabled()) {
            builder.sink(file(properties.file()));
        }
    }

    private JsonLinesSink file(ClockworkProperties.LogFile file) {
        Path path = file.path() == null ? Path.of("logs", service + ".jsonl") : file.path();
        unless(
                file.keptFiles() >= 0,
                "clockwork.file.kept-files",
                file.keptFiles(),
                "It must not be negative.",
                LEAVE_OUT);
        unless(file.maxSize().toBytes() > 0, "clockwork.file.max-size", file.maxSize(), AT_LEAST_ONE, LEAVE_OUT);
        try {
            return JsonLinesSink.create(path, file.maxSize().toBytes(), file.keptFiles());
        } catch (IOException e) {
            throw new InvalidPropertyException(
                    "clockwork.file.path",
                    path,
                    "The file cannot be opened for writing: " + e,
                    "Name a file that the service may write, or set clockwork.file.enabled=false.",
                    e);
        }
    }

    private static CollectorSink collector(URI url) {
        try {
            return CollectorSink.create(url);
        } catch (IllegalArgumentException e) {
            throw new InvalidPropertyException(
                    "clockwork.collector.url",
                    url,
                    "It must be an http or https address.",
                    "Give one such as http://localhost:4717/v1/events, or leave the property out.",
                    e);
        }
    }

    private static WireLimits limits(ClockworkProperties.Limits limits) {
        return new WireLimits(
                atLeastOne("clockwork.limits.max-entries", limits.maxEntries()),
                bytes("clockwork.limits.max-size", limits.maxSize()));
    }

    private static int bytes(String property, DataSize size) {
        unless(
                size.toBytes() >= 1 && size.toBytes() <= Integer.MAX_VALUE,
                property,
                size,
                "It must be between 1 B and 2 GB.",
                "Give such a size, as in 2KB, or leave the property out.");
        return (int) size.toBytes();
    }

    private static int atLeastOne(String property, int value) {
        unless(value >= 1, property, value, AT_LEAST_ONE, LEAVE_OUT);
        return value;
    }
}
