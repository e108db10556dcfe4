// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.json;

import java.util.Set;

/**
 * The names that fields of an event have in its log line, beside {@code _causality}. Readers of log lines give a
 * meaning to some names, with which a field would be taken for what it is not.
 */
public final class LogLineFields {
    private static final Set<String> MEANT = Set.of(
            JsonTransport.MEMBER,
            "time",
            "@timestamp",
            "timestamp",
            "ts",
            "node",
            "event_id",
            "event_type",
            "resource",
            "access",
            "base",
            "version",
            "send",
            "receive",
            "line",
            "log",
            "VCString",
            "processId");

    private LogLineFields() {}

    /**
     * The name that a field has in a log line.
     *
     * @param field any name
     * @return the same, or with {@code field.} before it if the name has a meaning of its own
     */
    public static String name(String field) {
        return MEANT.contains(field) ? "field." + field : field;
    }
}
