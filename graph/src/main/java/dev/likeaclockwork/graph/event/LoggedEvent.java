// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.event;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One event as a log has it.
 *
 * @param position where it stands
 * @param node the line of events it belongs to; any text
 * @param counter its own number on the node, from 1; 0 if the log has none, and then the events of the node are
 *     numbered as the log has them
 * @param vector how many events of each node it knows of; empty if the log has no vectors
 * @param label what happened, for people: an event type or a message; may be empty
 * @param id the name by which others refer to it, in {@code causes} or in questions; null if it has none
 * @param time when it happened by the node's own wall clock; null if the log does not say
 * @param access what it read, wrote, acquired or released; null if nothing or if the log does not say
 * @param causes the ids of events that happened before it and that its vector does not tell, such as the sending of the
 *     message it received or the start of its parent span
 * @param fields what else the log says, in its order
 */
public record LoggedEvent(
        Position position,
        String node,
        long counter,
        LoggedVector vector,
        String label,
        @Nullable String id,
        @Nullable Instant time,
        @Nullable Access access,
        List<String> causes,
        Map<String, String> fields) {

    /** An event of {@code node} at {@code position}, to be completed. */
    public static Builder builder(Position position, String node) {
        return new Builder(position, node);
    }

    /** The service that its node belongs to: of an activity, such as {@code order/5k2v}, the part before the slash. */
    public String service() {
        return ServiceName.of(node);
    }

    /** Collects the parts of an event; not thread-safe. */
    public static final class Builder {
        private final Position position;
        private final String node;
        private long counter;
        private LoggedVector vector = LoggedVector.empty();
        private String label = "";
        private @Nullable String id;
        private @Nullable Instant time;
        private @Nullable Access access;
        private List<String> causes = List.of();
        private Map<String, String> fields = Map.of();

        private Builder(Position position, String node) {
            this.position = Objects.requireNonNull(position, "position");
            this.node = Objects.requireNonNull(node, "node");
        }

        /** Sets the vector, and the counter to the node's entry in it. */
        public Builder vector(LoggedVector vector) {
            this.vector = vector;
            this.counter = vector.get(node);
            return this;
        }

        /** Sets the event's own number on its node, for logs without vectors. */
        public Builder counter(long counter) {
            this.counter = counter;
            return this;
        }

        /** Sets the label. */
        public Builder label(String label) {
            this.label = label;
            return this;
        }

        /** Sets the id. */
        public Builder id(@Nullable String id) {
            this.id = id;
            return this;
        }

        /** Sets the wall-clock time. */
        public Builder time(@Nullable Instant time) {
            this.time = time;
            return this;
        }

        /** Sets the access. */
        public Builder access(@Nullable Access access) {
            this.access = access;
            return this;
        }

        /** Sets the ids of further causes; copied. */
        public Builder causes(List<String> causes) {
            this.causes = List.copyOf(causes);
            return this;
        }

        /** Sets the further fields; not copied. */
        public Builder fields(Map<String, String> fields) {
            this.fields = fields;
            return this;
        }

        /** The event. */
        public LoggedEvent build() {
            return new LoggedEvent(position, node, counter, vector, label, id, time, access, causes, fields);
        }
    }
}
