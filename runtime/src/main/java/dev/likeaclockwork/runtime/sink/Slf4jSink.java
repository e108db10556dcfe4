// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime.sink;

import java.util.List;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A sink that logs each event as one message, the JSON line, at level INFO. Needs SLF4J.
 *
 * <p>With a pattern such as {@code %msg%n} for the logger, what its appender writes is an event log.
 */
@SuppressWarnings("exports") // of a module that a service may not have
public final class Slf4jSink implements RecordSink {
    /** The logger that is used if none is named. */
    public static final String DEFAULT_LOGGER = "dev.likeaclockwork.events";

    private final Logger logger;

    private Slf4jSink(Logger logger) {
        this.logger = logger;
    }

    /** A sink to the logger {@value #DEFAULT_LOGGER}. */
    public static Slf4jSink create() {
        return create(LoggerFactory.getLogger(DEFAULT_LOGGER));
    }

    /** A sink to {@code logger}. */
    public static Slf4jSink create(Logger logger) {
        return new Slf4jSink(Objects.requireNonNull(logger, "logger"));
    }

    @Override
    public String name() {
        return "slf4j";
    }

    @Override
    public void write(List<RecordedEvent> events) {
        if (logger.isInfoEnabled()) {
            events.forEach(event -> logger.info("{}", event.toJson()));
        }
    }
}
