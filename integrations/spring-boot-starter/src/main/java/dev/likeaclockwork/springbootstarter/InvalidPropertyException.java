// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.springbootstarter;

import org.jspecify.annotations.Nullable;

/** An invalid value of a {@code clockwork} property; {@link InvalidPropertyFailureAnalyzer} explains it. */
final class InvalidPropertyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String property;
    private final String value;
    private final String reason;
    private final String action;

    InvalidPropertyException(String property, Object value, String reason, String action, @Nullable Throwable cause) {
        super(property + "=" + value + ": " + reason, cause);
        this.property = property;
        this.value = value.toString();
        this.reason = reason;
        this.action = action;
    }

    /** Throws unless a condition holds. */
    static void require(boolean holds, String property, Object value, String reason, String action) {
        if (!holds) {
            throw new InvalidPropertyException(property, value, reason, action, null);
        }
    }

    String property() {
        return property;
    }

    String value() {
        return value;
    }

    String reason() {
        return reason;
    }

    String action() {
        return action;
    }
}
