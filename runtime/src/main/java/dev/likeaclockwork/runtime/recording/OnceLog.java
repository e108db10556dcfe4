// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime.recording;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The runtime's messages in the service's own log. Messages about one subject are logged once, so that input from
 * outside cannot fill the log. Thread-safe.
 */
public final class OnceLog {
    /** Created lazily: in an agent, creating a System.Logger early would fix the service's logging backend. */
    private static final class Log {
        static final Logger LOG = System.getLogger("dev.likeaclockwork.runtime");
    }

    private final String service;
    private final Set<String> logged = ConcurrentHashMap.newKeySet();

    /** A log of a service, whose name begins each message. */
    public OnceLog(String service) {
        this.service = service;
    }

    /**
     * Logs the first message about a subject at debug level.
     *
     * @param subject one of a small fixed set, because all subjects are kept
     */
    public void debugOnce(String subject, String message, @Nullable Throwable cause) {
        once(Level.DEBUG, subject, message, cause);
    }

    /**
     * Logs the first message about a subject as a warning.
     *
     * @param subject one of a small fixed set, because all subjects are kept
     */
    public void warnOnce(String subject, String message, @Nullable Throwable cause) {
        once(Level.WARNING, subject, message, cause);
    }

    private void once(Level level, String subject, String message, @Nullable Throwable cause) {
        if (logged.add(subject)) {
            Log.LOG.log(level, service + ": " + message + " (logged once)", cause);
        }
    }

    /** Logs a warning each time. */
    public void warn(String message, @Nullable Throwable cause) {
        Log.LOG.log(Level.WARNING, service + ": " + message, cause);
    }
}
