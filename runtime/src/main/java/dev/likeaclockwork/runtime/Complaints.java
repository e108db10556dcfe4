// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What a runtime says in the service's own log: each thing once, so that nobody from outside can fill it. Thread-safe.
 */
final class Complaints {
    /**
     * Looked for with the first complaint: within an agent, a logger that is there before the service takes its choice
     * of one away.
     */
    private static final class Log {
        static final Logger LOG = System.getLogger("dev.likeaclockwork.runtime");
    }

    private final String service;
    private final Set<String> said = ConcurrentHashMap.newKeySet();

    Complaints(String service) {
        this.service = service;
    }

    /**
     * Says something at debug level, unless it was said before.
     *
     * @param subject one of a few: what the message is about
     */
    void debugOnce(String subject, String message, @Nullable Throwable cause) {
        once(Level.DEBUG, subject, message, cause);
    }

    /** Says something as a warning, unless it was said before. */
    void warnOnce(String subject, String message, @Nullable Throwable cause) {
        once(Level.WARNING, subject, message, cause);
    }

    private void once(Level level, String subject, String message, @Nullable Throwable cause) {
        if (said.add(subject)) {
            Log.LOG.log(level, service + ": " + message + " (said once)", cause);
        }
    }

    /** Says something as a warning. */
    void warn(String message, @Nullable Throwable cause) {
        Log.LOG.log(Level.WARNING, service + ": " + message, cause);
    }
}
