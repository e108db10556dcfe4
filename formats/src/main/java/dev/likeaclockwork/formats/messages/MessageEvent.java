// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.formats.messages;

import dev.likeaclockwork.formats.input.InputCollector;
import dev.likeaclockwork.graph.event.Access;
import dev.likeaclockwork.graph.event.LoggedEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event of a log that has the ids of messages and no vectors. The id of a message is that of the event which sent
 * it, and whoever received it names it as cause.
 *
 * @param node the node
 * @param sends ids of messages that it sent; an event for each but the first follows it
 * @param receives ids of messages that it received before all of that
 * @param label what happened; null if the log does not say
 * @param time when; null if the log does not say
 * @param access what it accessed; null if nothing
 * @param id its id if it sent nothing; may be null
 * @param fields what else the log says
 */
public record MessageEvent(
        String node,
        List<String> sends,
        List<String> receives,
        @Nullable String label,
        @Nullable Instant time,
        @Nullable Access access,
        @Nullable String id,
        Map<String, String> fields) {

    public void emit(InputCollector findings, int line) {
        findings.event(event(findings, line, sends.isEmpty() ? id : sends.get(0))
                .causes(receives)
                .access(access)
                .fields(fields)
                .build());
        for (int i = 1; i < sends.size(); i++) {
            findings.event(event(findings, line, sends.get(i)).build());
        }
    }

    private LoggedEvent.Builder event(InputCollector findings, int line, @Nullable String ownId) {
        return LoggedEvent.builder(findings.at(line), node)
                .id(ownId)
                .label(label != null ? label : what())
                .time(time);
    }

    private String what() {
        String received = receives.isEmpty() ? "" : "receive " + String.join(", ", receives);
        String sent = sends.isEmpty() ? "" : "send " + String.join(", ", sends);
        return received.isEmpty() || sent.isEmpty() ? received + sent : received + "; " + sent;
    }
}
