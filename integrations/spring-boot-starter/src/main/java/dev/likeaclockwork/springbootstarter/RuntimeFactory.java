// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.springbootstarter;

import static dev.likeaclockwork.springbootstarter.InvalidPropertyException.require;

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

/** Builds the runtime from the properties; an invalid property fails with an explanation. */
final class RuntimeFactory {
    private static final Pattern SERVICE = Pattern.compile("[!-~&&[^,=/]]{1,114}");
    private static final String AT_LEAST_ONE = "It must be at least 1.";
    private static final String USE_DEFAULT = "Use a larger value, or remove the property to use the default.";

    private final ClockworkProperties properties;
    private final String service;

    RuntimeFactory(ClockworkProperties properties, Environment environment) {
        this.properties = properties;
        this.service = service(properties, environment);
    }

    /** Returns the configured name, or else the application's name with illegal characters replaced. */
    private static String service(ClockworkProperties properties, Environment environment) {
        String set = properties.service();
        if (set != null) {
            require(
                    SERVICE.matcher(set).matches(),
                    "clockwork.service",
                    set,
                    "Node ids begin with it, so it must be 1 to 114 visible ASCII characters "
                            + "other than ',', '=' and '/'.",
                    "Use such a name, or remove the property to use spring.application.name.");
            return set;
        }
        String name = environment.getProperty("spring.application.name", "").replaceAll("[^!-~]|[,=/]", "-");
        return name.isEmpty() ? "application" : name.substring(0, Math.min(114, name.length()));
    }

    /** Returns a builder with everything but the sinks and metrics that are beans. */
    ClockworkBuilder builder() {
        ClockworkBuilder builder = Clockwork.builder(service)
                .scope(properties.scope())
                .edgePolicy(properties.edge())
                .headerBudget(bytes("clockwork.header-budget", properties.headerBudget()))
                .bufferedEvents(atLeastOne("clockwork.buffered-events", properties.bufferedEvents()))
                .limits(limits(properties.limits()));
        require(
                !properties.shutdownTimeout().isNegative(),
                "clockwork.shutdown-timeout",
                properties.shutdownTimeout(),
                "It must not be negative.",
                USE_DEFAULT);
        builder.shutdownTimeout(properties.shutdownTimeout());
        addSinks(builder);
        return builder;
    }

    /** Returns the sink that keeps the most recent events. */
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
        require(
                file.keptFiles() >= 0,
                "clockwork.file.kept-files",
                file.keptFiles(),
                "It must not be negative.",
                USE_DEFAULT);
        require(file.maxSize().toBytes() > 0, "clockwork.file.max-size", file.maxSize(), AT_LEAST_ONE, USE_DEFAULT);
        try {
            return JsonLinesSink.create(path, file.maxSize().toBytes(), file.keptFiles());
        } catch (IOException e) {
            throw new InvalidPropertyException(
                    "clockwork.file.path",
                    path,
                    "The file cannot be opened for writing: " + e,
                    "Choose a path that the service can write to, or set clockwork.file.enabled=false.",
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
                    "It must be an http or https URL.",
                    "Use a URL such as http://localhost:4717/v1/events, or remove the property to use no collector.",
                    e);
        }
    }

    private static WireLimits limits(ClockworkProperties.Limits limits) {
        return new WireLimits(
                atLeastOne("clockwork.limits.max-entries", limits.maxEntries()),
                bytes("clockwork.limits.max-size", limits.maxSize()));
    }

    private static int bytes(String property, DataSize size) {
        require(
                size.toBytes() >= 1 && size.toBytes() <= Integer.MAX_VALUE,
                property,
                size,
                "It must be between 1 B and 2 GB.",
                "Use a size such as 2KB, or remove the property to use the default.");
        return (int) size.toBytes();
    }

    private static int atLeastOne(String property, int value) {
        require(value >= 1, property, value, AT_LEAST_ONE, USE_DEFAULT);
        return value;
    }
}
