// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime.integration;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The outcome of an exchange, as the fields of the event that ends it. */
final class Outcome {
    private static final int STATUSES = 600;

    /** Shared, so that the outcome of an HTTP exchange allocates nothing. */
    private static final List<Map<String, Object>> BY_STATUS =
            IntStream.range(0, STATUSES).mapToObj(Outcome::ofAny).toList();

    private Outcome() {}

    /** Any outcome, such as the code of a status; no field if it is empty. */
    static Map<String, Object> of(String outcome) {
        return outcome.isEmpty() ? Map.of() : Map.of("outcome", outcome);
    }

    /** The status of an HTTP response. */
    static Map<String, Object> of(int status) {
        return status >= 0 && status < STATUSES ? BY_STATUS.get(status) : ofAny(status);
    }

    private static Map<String, Object> ofAny(int status) {
        return of(Integer.toString(status));
    }
}
