// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime;

import dev.likeaclockwork.VectorTimestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

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
 * <p>Throws nothing but {@link NullPointerException} for an argument that is null, whatever carriers hold or throw. Thread-safe.
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
     * @param operation what was asked for, such as {@code POST /orders}, without what is private; or the destination that a message
     *     came from
     */
    public Inbound receive(String operation, StampSource source) {
        return receive(operation, List.of(source));
    }

    /** Starts the activity of a batch of messages, and records their receipt as one event that joins all their stamps. */
    public Inbound receive(String operation, Collection<? extends StampSource> batch) {
        Objects.requireNonNull(operation, "operation");
        Activity activity = clockwork.start();
        clockwork.safely(() -> record(activity, operation, batch));
        return new Inbound(activity, types, edge);
    }

    private void record(Activity activity, String operation, Collection<? extends StampSource> batch) {
        EventRecording event = activity.event(types.first()).with("operation", operation);
        if (batch.size() != 1) {
            event.with("messages", batch.size());
        }
        List<VectorTimestamp> stamps = edge == EdgePolicy.DROP ? List.of() : read(batch);
        if (edge == EdgePolicy.RESTART && !stamps.isEmpty()) {
            event.with("untrusted_vector", Past.joined(stamps));
        }
        event.receive(edge == EdgePolicy.TRUST ? stamps : List.of());
    }

    private List<VectorTimestamp> read(Collection<? extends StampSource> batch) {
        List<VectorTimestamp> stamps = new ArrayList<>(batch.size());
        for (StampSource source : batch) {
            clockwork.stamps().read(source).ifPresent(stamps::add);
        }
        return stamps;
    }
}
