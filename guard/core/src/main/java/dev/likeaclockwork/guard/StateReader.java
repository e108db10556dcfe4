// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard;

import dev.likeaclockwork.VectorTimestamp;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Reads what {@link StateWriter} wrote, and refuses everything else. Used once, by one thread. */
final class StateReader {
    private static final int MAX_NUMBER_SIZE = 9;

    private final ByteBuffer bytes;
    private final String[] nodes;

    private StateReader(char kind, byte[] state) {
        this.bytes = checked(kind, state);
        this.nodes = new String[count(2)];
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = new String(bytes(), StandardCharsets.US_ASCII);
        }
    }

    /** Reads a whole state; whatever fails in it is a damage. */
    static <S> S read(char kind, byte[] state, Function<StateReader, S> body) {
        try {
            StateReader reader = new StateReader(kind, state);
            S read = body.apply(reader);
            if (reader.bytes.hasRemaining()) {
                throw CorruptStateException.damaged(reader.bytes.remaining() + " bytes too many");
            }
            return read;
        } catch (IllegalArgumentException e) {
            throw CorruptStateException.damaged(String.valueOf(e.getMessage()));
        }
    }

    /** The version is looked at first: a later one may have another checksum. */
    private static ByteBuffer checked(char kind, byte[] state) {
        int end = state.length - StateWriter.CHECKSUM_SIZE;
        if (end < 3 || state[0] != kind) {
            throw CorruptStateException.damaged("it does not start with '" + kind + "'");
        }
        if (state[1] > StateWriter.VERSION) {
            throw CorruptStateException.later(state[1], StateWriter.VERSION);
        }
        ByteBuffer bytes = ByteBuffer.wrap(state, 0, end).position(2);
        if (state[1] < 1 || ByteBuffer.wrap(state).getInt(end) != StateWriter.checksum(state, end)) {
            throw CorruptStateException.damaged("its checksum is wrong");
        }
        return bytes;
    }

    long number() {
        long number = 0;
        for (int i = 0; i < MAX_NUMBER_SIZE; i++) {
            if (!bytes.hasRemaining()) {
                throw CorruptStateException.damaged("it ends early");
            }
            byte next = bytes.get();
            number |= (next & 0x7FL) << (7 * i);
            if (next >= 0) {
                return number;
            }
        }
        throw CorruptStateException.damaged("a number is too large at byte " + bytes.position());
    }

    /** A number of things of at least so many bytes each: no more than there can be in what is left. */
    int count(int minSize) {
        long count = number();
        if (count * minSize > bytes.remaining() || count > bytes.remaining()) {
            throw CorruptStateException.damaged("it ends early");
        }
        return (int) count;
    }

    byte[] bytes() {
        byte[] read = new byte[count(1)];
        bytes.get(read);
        return read;
    }

    String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    String node() {
        return node(number());
    }

    private String node(long place) {
        if (place >= nodes.length) {
            throw CorruptStateException.damaged("node " + place + " is not in its table");
        }
        return nodes[(int) place];
    }

    VectorTimestamp vector() {
        int size = count(2);
        Map<String, Long> counters = new HashMap<>(2 * size);
        for (int i = 0; i < size; i++) {
            counters.put(node(), number());
        }
        return VectorTimestamp.of(counters);
    }

    EventId id() {
        int length = count(1);
        if (length > 0) {
            byte[] text = new byte[length];
            bytes.get(text);
            return new EventId(new String(text, StandardCharsets.UTF_8));
        }
        if (bytes.remaining() < 16) {
            throw CorruptStateException.damaged("it ends early");
        }
        return new EventId(new UUID(bytes.getLong(), bytes.getLong()).toString());
    }

    EventStamp stamp() {
        VectorTimestamp vector = vector();
        EventName name = name(vector);
        return number() == 0 ? EventStamp.of(name, vector) : new EventStamp(name, vector, number());
    }

    private EventName name(VectorTimestamp vector) {
        long node = number();
        return node == 0 ? id() : new Dot(node(node - 1), vector.get(node(node - 1)));
    }
}
