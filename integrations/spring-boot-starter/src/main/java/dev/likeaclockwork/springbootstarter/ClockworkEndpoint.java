// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.springbootstarter;

import dev.likeaclockwork.runtime.Clockwork;
import dev.likeaclockwork.runtime.sink.InMemorySink;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import tools.jackson.databind.json.JsonMapper;

/** The actuator endpoint {@code clockwork}: the most recent events and the races among them. Thread-safe. */
@Endpoint(id = "clockwork")
public final class ClockworkEndpoint {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Clockwork clockwork;
    private final InMemorySink recentEvents;
    private final @Nullable RaceFinder races;

    ClockworkEndpoint(Clockwork clockwork, InMemorySink recentEvents, @Nullable RaceFinder races) {
        this.clockwork = clockwork;
        this.recentEvents = recentEvents;
        this.races = races;
    }

    /**
     * Returns {@code service}; {@code dropped}, the number of dropped events; {@code events}, the log lines as objects,
     * the oldest first; and {@code races} if {@code clockwork-graph} is on the class path.
     */
    @ReadOperation
    public Map<String, Object> recent() {
        List<String> lines = recentEvents.lines();
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("service", clockwork.service());
        result.put("dropped", clockwork.dropped());
        result.put(
                "events",
                lines.stream().map(line -> JSON.readValue(line, Map.class)).toList());
        if (races != null) {
            result.put("races", races.of(lines));
        }
        return result;
    }
}
