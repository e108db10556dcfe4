// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The binary form of histories, as {@code docs/guard.md} describes it. Stateless. */
final class HistoryCodec implements Codec<KeyHistory> {
    private static final char MARK = 'H';

    static StateKind<KeyHistory> kind(String name) {
        return new StateKind<>(name + "-history", new HistoryCodec(), true);
    }

    @Override
    public byte[] encode(KeyHistory history) {
        StateWriter out = new StateWriter();
        putDots(out, history.dots);
        List<EventId> ids = history.ids.values();
        out.putNumber(ids.size());
        ids.forEach(out::putId);
        out.putNumber(history.frontier.stamps().size());
        history.frontier.stamps().forEach(out::putStamp);
        out.putNumber(history.intents.values().size());
        for (Intent intent : history.intents.values()) {
            out.putStamp(intent.stamp());
            out.putNumber(intent.owner());
        }
        putForgotten(out, history.forgotten);
        return out.finish(MARK);
    }

    /** Each range is the distance of its start from the end of the one before, and of its end from its start. */
    private static void putDots(StateWriter out, Dots dots) {
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

    private static void putForgotten(StateWriter out, Forgotten forgotten) {
        Instant until = forgotten.until();
        out.putNumber(until == null ? 0 : 1);
        if (until != null) {
            out.putNumber(Math.max(0, until.toEpochMilli()));
            putBound(out, forgotten.names());
            putBound(out, forgotten.order());
        }
    }

    private static void putBound(StateWriter out, Bound bound) {
        out.putNumber(bound.isEverything() ? 1 : 0);
        out.putVector(bound.vector());
    }

    @Override
    public KeyHistory decode(byte[] bytes) {
        return StateReader.read(
                MARK,
                bytes,
                in -> new KeyHistory(
                        dots(in), Ids.of(list(in, 1, StateReader::id)), frontier(in), intents(in), forgotten(in)));
    }

    private static Dots dots(StateReader in) {
        String[] nodes = new String[in.count(4)];
        long[][] ranges = new long[nodes.length][];
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = in.node();
            ranges[i] = ranges(in);
        }
        return new Dots(nodes, ranges);
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

    private static Intents intents(StateReader in) {
        return new Intents(list(in, 3, reader -> new Intent(reader.stamp(), reader.number())));
    }

    private static <E> List<E> list(StateReader in, int minSize, Function<StateReader, E> element) {
        int size = in.count(minSize);
        List<E> list = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            list.add(element.apply(in));
        }
        return list;
    }

    private static Forgotten forgotten(StateReader in) {
        if (in.number() == 0) {
            return Forgotten.NOTHING;
        }
        Instant until = Instant.ofEpochMilli(in.number());
        return new Forgotten(bound(in), bound(in), until);
    }

    private static Bound bound(StateReader in) {
        boolean everything = in.number() != 0;
        Bound bound = Bound.of(in.vector());
        return everything ? Bound.EVERYTHING : bound;
    }
}
