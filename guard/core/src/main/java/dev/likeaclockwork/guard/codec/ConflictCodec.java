// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.codec;

import dev.likeaclockwork.guard.event.IncomingEvent;
import dev.likeaclockwork.guard.state.Codec;
import dev.likeaclockwork.guard.state.StateKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The binary form of the queued events of one key. Stateless. */
public final class ConflictCodec implements Codec<List<QueuedEvent>> {
    private static final char MARK = 'Q';

    /** The kind of the conflict queue of a deduplicator with a name. */
    public static StateKind<List<QueuedEvent>> kind(String name) {
        return new StateKind<>(name + "-conflicts", new ConflictCodec(), false);
    }

    @Override
    public byte[] encode(List<QueuedEvent> events) {
        StateWriter out = new StateWriter();
        out.putNumber(events.size());
        for (QueuedEvent queued : events) {
            out.putStamp(queued.event().stamp());
            out.putBytes(queued.event().payload());
            putInstant(out, queued.event().instant().orElse(null));
            putInstant(out, queued.since());
        }
        return out.finish(MARK);
    }

    /** Writes one more than the milliseconds since 1970, or 0 for no instant. */
    private static void putInstant(StateWriter out, @Nullable Instant instant) {
        out.putNumber(instant == null ? 0 : 1 + Math.max(0, instant.toEpochMilli()));
    }

    @Override
    public List<QueuedEvent> decode(byte[] bytes) {
        return StateReader.read(MARK, bytes, in -> {
            int size = in.count(5);
            List<QueuedEvent> events = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                IncomingEvent event = IncomingEvent.of(in.stamp()).withPayload(in.bytes());
                Instant instant = instant(in);
                Instant since = instant(in);
                events.add(new QueuedEvent(
                        instant == null ? event : event.withInstant(instant), since == null ? Instant.EPOCH : since));
            }
            return events;
        });
    }

    private static @Nullable Instant instant(StateReader in) {
        long millis = in.number();
        return millis == 0 ? null : Instant.ofEpochMilli(millis - 1);
    }
}
