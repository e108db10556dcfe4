// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.examples.shop;

import dev.likeaclockwork.TracedEvent;
import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.json.EventMetadata;
import dev.likeaclockwork.json.JsonTransport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A service's log: one JSON object a line, each with the event's causality. */
final class EventLogFile {
    private final Path file;
    private final String node;

    EventLogFile(Path file, String node) {
        this.file = file;
        this.node = node;
    }

    /**
     * Writes one event.
     *
     * @param access the members resource, access, base and version, as far as the event has them
     */
    synchronized void write(String type, VectorTimestamp vector, Map<String, String> access) {
        EventMetadata event = EventMetadata.from(TracedEvent.of(type, new byte[0], vector));
        ObjectNode payload = JsonMapper.shared()
                .createObjectNode()
                .put("time", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString())
                .put("msg", type.replace('.', ' '));
        ObjectNode line = JsonTransport.inject(payload, event);
        ObjectNode causality = (ObjectNode) line.get(JsonTransport.MEMBER);
        causality.put("node", node);
        access.forEach(causality::put);
        try {
            Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
