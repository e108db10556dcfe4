// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime;

import dev.likeaclockwork.VectorTimestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a server or consumer does with causality, whatever the framework. An integration calls it so:
 *
 * <pre>{@code
 * Inbound inbound = handler.receive("POST /orders", StampSource.text(request::getHeader));
 * try (ActivityScope scope = inbound.makeCurrent()) {
 *     handleRequest();
 * } catch (Throwable e) {
 *     inbound.fail(e);
 *     throw e;
 * } finally {
 *     inbound.reply(StampTarget.text(response::setHeader));
 * }
 * }</pre>
 *
 * <p>Throws nothing but {@link NullPointerException} for an argument that is null, whatever carriers hold or throw.
 * Thread-safe.
 */
public final class InboundHandler {
    private final Clockwork clockwork;
    private final Vocabulary types;
    private final EdgePolicy edge;

    InboundHandler(Clockwork clockwork, Vocabulary types, EdgePolicy edge) {
        this.clockwork = clockwork;
        this.types = types;
        this.edge = Objects.requireNonNull(edge, "edge");
    }

    /**
     * Starts the activity of a request, and records its receipt as the first event.
     *
     * @param operation what was asked for, such as {@code POST /orders}, without what is private; or the destination
     *     that a message came from
     */
    public Inbound receive(String operation, StampSource source) {
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(source, "source");
        return receive(
                operation,
                1,
                edge == EdgePolicy.DROP ? null : clockwork.stamps().find(source));
    }

    /**
     * Starts the activity of a batch of messages, and records their receipt as one event that joins all their stamps.
     */
    public Inbound receive(String operation, Collection<? extends StampSource> batch) {
        Objects.requireNonNull(operation, "operation");
        return receive(operation, batch.size(), edge == EdgePolicy.DROP ? null : find(batch));
    }

    Vocabulary types() {
        return types;
    }

    /** Whether replies are stamped. */
    boolean stampsReplies() {
        return edge == EdgePolicy.TRUST;
    }

    private @Nullable VectorTimestamp find(Collection<? extends StampSource> batch) {
        List<VectorTimestamp> stamps = new ArrayList<>(batch.size());
        for (StampSource source : batch) {
            clockwork.stamps().read(source).ifPresent(stamps::add);
        }
        return stamps.isEmpty() ? null : Past.joined(stamps);
    }

    private Inbound receive(String operation, int messages, @Nullable VectorTimestamp past) {
        VectorTimestamp joined = edge == EdgePolicy.TRUST ? past : null;
        Activity activity = joined == null ? clockwork.start() : clockwork.start(joined);
        VectorTimestamp untrusted = joined == null ? past : null;
        clockwork.safely(() -> activity.record(types.first(), fields(operation, messages, untrusted)));
        return new Inbound(activity, this);
    }

    private static Map<String, Object> fields(String operation, int messages, @Nullable VectorTimestamp untrusted) {
        if (messages == 1 && untrusted == null) {
            return Map.of("operation", operation);
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("operation", operation);
        if (messages != 1) {
            fields.put("messages", messages);
        }
        if (untrusted != null) {
            fields.put("untrusted_vector", untrusted.toString());
        }
        return fields;
    }
}
