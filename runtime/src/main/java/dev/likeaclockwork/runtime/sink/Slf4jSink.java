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
 * <p>If the pattern of the appender is {@code %msg%n}, its output is an event log.
 */
@SuppressWarnings("exports") // of an optional module
public final class Slf4jSink implements RecordSink {
    /** The name of the default logger. */
    public static final String DEFAULT_LOGGER = "dev.likeaclockwork.events";

    private final Logger logger;

    private Slf4jSink(Logger logger) {
        this.logger = logger;
    }

    /** Creates a sink for the logger {@value #DEFAULT_LOGGER}. */
    public static Slf4jSink create() {
        return create(LoggerFactory.getLogger(DEFAULT_LOGGER));
    }

    /** Creates a sink for a logger. */
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
