// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.codec;

import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.guard.event.EventDot;
import dev.likeaclockwork.guard.event.EventId;
import dev.likeaclockwork.guard.event.EventName;
import dev.likeaclockwork.guard.event.EventStamp;
import dev.likeaclockwork.guard.state.CorruptStateException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Reads one state that a {@link StateWriter} wrote, and rejects any other bytes. Used once, by one thread. */
public final class StateReader {
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

    /**
     * Reads a whole state.
     *
     * @param kind the first byte of the state
     * @param body reads the values that the codec wrote
     * @throws CorruptStateException if the bytes are not such a state
     */
    public static <S> S read(char kind, byte[] state, Function<StateReader, S> body) {
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

    /** Checks the version before the checksum, because a later version may have another one. */
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

    /** Reads a number from 0 to 2<sup>63</sup>-1. */
    public long number() {
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

    /**
     * Reads the number of the following parts, and checks that so many can follow.
     *
     * @param minSize the least size of a part, in bytes
     */
    public int count(int minSize) {
        long count = number();
        if (count * minSize > bytes.remaining() || count > bytes.remaining()) {
            throw CorruptStateException.damaged("it ends early");
        }
        return (int) count;
    }

    /** Reads a byte array. */
    public byte[] bytes() {
        byte[] read = new byte[count(1)];
        bytes.get(read);
        return read;
    }

    /** Reads a node id. */
    public String node() {
        return node(number());
    }

    private String node(long place) {
        if (place >= nodes.length) {
            throw CorruptStateException.damaged("node " + place + " is not in its table");
        }
        return nodes[(int) place];
    }

    /** Reads a vector timestamp. */
    public VectorTimestamp vector() {
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
        return node == 0 ? id() : EventDot.of(node(node - 1), vector.get(node(node - 1)));
    }
}
