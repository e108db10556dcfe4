// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.codec;

import dev.likeaclockwork.guard.event.EventId;
import dev.likeaclockwork.guard.history.CausalUpperBound;
import dev.likeaclockwork.guard.history.DotSet;
import dev.likeaclockwork.guard.history.ForgottenBounds;
import dev.likeaclockwork.guard.history.Frontier;
import dev.likeaclockwork.guard.history.IdSet;
import dev.likeaclockwork.guard.history.KeyHistory;
import dev.likeaclockwork.guard.history.PendingEffect;
import dev.likeaclockwork.guard.history.PendingEffects;
import dev.likeaclockwork.guard.state.Codec;
import dev.likeaclockwork.guard.state.CorruptStateException;
import dev.likeaclockwork.guard.state.StateKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The binary form of histories. Stateless. */
public final class HistoryCodec implements Codec<KeyHistory> {
    private static final char MARK = 'H';

    /** The kind of the histories of a deduplicator with a name. */
    public static StateKind<KeyHistory> kind(String name) {
        return new StateKind<>(name + "-history", new HistoryCodec(), true);
    }

    @Override
    public byte[] encode(KeyHistory history) {
        StateWriter out = new StateWriter();
        putDots(out, history.dots());
        List<EventId> ids = history.ids().values();
        out.putNumber(ids.size());
        ids.forEach(out::putId);
        out.putNumber(history.frontier().stamps().size());
        history.frontier().stamps().forEach(out::putStamp);
        out.putNumber(history.pending().values().size());
        for (PendingEffect effect : history.pending().values()) {
            out.putStamp(effect.stamp());
            out.putNumber(effect.owner());
        }
        putForgotten(out, history.forgotten());
        return out.finish(MARK);
    }

    /**
     * Writes each range as two distances: of its start from the end of the previous range, and of its end from its
     * start.
     */
    private static void putDots(StateWriter out, DotSet dots) {
        out.putNumber(dots.nodeCount());
        for (int i = 0; i < dots.nodeCount(); i++) {
            out.putNode(dots.node(i));
            out.putNumber(dots.ranges(i).length / 2);
            long last = 0;
            for (long end : dots.ranges(i)) {
                out.putNumber(end - last);
                last = end;
            }
        }
    }

    private static void putForgotten(StateWriter out, ForgottenBounds forgotten) {
        Instant until = forgotten.until();
        out.putNumber(until == null ? 0 : 1);
        if (until != null) {
            out.putNumber(Math.max(0, until.toEpochMilli()));
            putBound(out, forgotten.names());
            putBound(out, forgotten.order());
        }
    }

    private static void putBound(StateWriter out, CausalUpperBound bound) {
        out.putNumber(bound.isEverything() ? 1 : 0);
        out.putVector(bound.vector());
    }

    @Override
    public KeyHistory decode(byte[] bytes) {
        return StateReader.read(
                MARK,
                bytes,
                in -> new KeyHistory(
                        dots(in), IdSet.of(list(in, 1, StateReader::id)), frontier(in), pending(in), forgotten(in)));
    }

    private static DotSet dots(StateReader in) {
        String[] nodes = new String[in.count(4)];
        long[][] ranges = new long[nodes.length][];
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = in.node();
            ranges[i] = ranges(in);
        }
        return new DotSet(nodes, ranges);
    }

    private static long[] ranges(StateReader in) {
        long[] ends = new long[2 * in.count(2)];
        long last = 0;
        for (int i = 0; i < ends.length; i++) {
            long distance = in.number();
            long least = i == 0 ? 1 : i % 2 == 0 ? 2 : 0;
            if (distance < least || last + distance < 0) {
                throw CorruptStateException.damaged("its ranges of dots are in disorder");
            }
            last += distance;
            ends[i] = last;
        }
        if (ends.length == 0) {
            throw CorruptStateException.damaged("a node has no dots");
        }
        return ends;
    }

    private static Frontier frontier(StateReader in) {
        return new Frontier(list(in, 2, StateReader::stamp));
    }

    private static PendingEffects pending(StateReader in) {
        return new PendingEffects(list(in, 3, reader -> new PendingEffect(reader.stamp(), reader.number())));
    }

    private static <E> List<E> list(StateReader in, int minSize, Function<StateReader, E> element) {
        int size = in.count(minSize);
        List<E> list = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            list.add(element.apply(in));
        }
        return list;
    }

    private static ForgottenBounds forgotten(StateReader in) {
        if (in.number() == 0) {
            return ForgottenBounds.NOTHING;
        }
        Instant until = Instant.ofEpochMilli(in.number());
        return new ForgottenBounds(bound(in), bound(in), until);
    }

    private static CausalUpperBound bound(StateReader in) {
        boolean everything = in.number() != 0;
        CausalUpperBound bound = CausalUpperBound.of(in.vector());
        return everything ? CausalUpperBound.EVERYTHING : bound;
    }
}
