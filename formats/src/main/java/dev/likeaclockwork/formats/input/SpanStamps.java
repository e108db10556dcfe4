// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.formats.input;

import dev.likeaclockwork.formats.spans.SpanStamp;
import dev.likeaclockwork.formats.text.AccessText;
import dev.likeaclockwork.formats.text.ClockText;
import dev.likeaclockwork.formats.text.MalformedLineException;
import dev.likeaclockwork.formats.text.VectorReader;
import dev.likeaclockwork.graph.event.Access;
import dev.likeaclockwork.graph.event.LoggedVector;
import dev.likeaclockwork.json.SpanAttributes;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@link SpanAttributes} of one span after the other, and takes them out of its attributes; not thread-safe. */
public final class SpanStamps {
    private static final List<String> OF_STAMP =
            List.of(SpanAttributes.NODE, SpanAttributes.VECTOR, SpanAttributes.COUNTER, SpanAttributes.EVENT_ID);
    private static final List<String> OF_END = List.of(SpanAttributes.END_NODE, SpanAttributes.END_VECTOR);
    private static final List<String> OF_ACCESS =
            List.of(SpanAttributes.RESOURCE, SpanAttributes.ACCESS, SpanAttributes.BASE, SpanAttributes.VERSION);

    private final VectorReader counts = new VectorReader();
    private @Nullable ClockText objects;

    /**
     * Takes the stamp; null if there is none.
     *
     * @throws MalformedLineException if it is not complete; nothing is taken then
     */
    @Nullable
    public SpanStamp take(Map<String, String> attributes) throws MalformedLineException {
        String text = attributes.get(SpanAttributes.VECTOR);
        if (text == null) {
            return null;
        }
        LoggedVector vector = vector(text.strip());
        String node = attributes.get(SpanAttributes.NODE);
        if (node == null && vector.size() != 1) {
            throw new MalformedLineException(SpanAttributes.VECTOR + " stands without " + SpanAttributes.NODE + ": "
                    + MalformedLineException.shorten(text));
        }
        String id = attributes.get(SpanAttributes.EVENT_ID);
        attributes.keySet().removeAll(OF_STAMP);
        return new SpanStamp(node == null ? vector.node(0) : node, vector, id);
    }

    /**
     * Takes the stamp of the end of a span; null if there is none.
     *
     * @throws MalformedLineException if it is broken; nothing is taken then
     */
    @Nullable
    public SpanStamp takeEnd(SpanStamp start, Map<String, String> attributes) throws MalformedLineException {
        String text = attributes.get(SpanAttributes.END_VECTOR);
        if (text == null) {
            return null;
        }
        LoggedVector vector = vector(text.strip());
        String node = attributes.getOrDefault(SpanAttributes.END_NODE, start.node());
        attributes.keySet().removeAll(OF_END);
        return new SpanStamp(node, vector, null);
    }

    /**
     * Takes the access; null if there is none.
     *
     * @throws MalformedLineException if it is not complete; nothing is taken then
     */
    @Nullable
    public Access takeAccess(Map<String, String> attributes) throws MalformedLineException {
        Access access = AccessText.of(
                attributes.get(SpanAttributes.RESOURCE),
                attributes.get(SpanAttributes.ACCESS),
                attributes.get(SpanAttributes.BASE),
                attributes.get(SpanAttributes.VERSION));
        if (access != null) {
            attributes.keySet().removeAll(OF_ACCESS);
        }
        return access;
    }

    private LoggedVector vector(String text) throws MalformedLineException {
        LoggedVector vector =
                text.startsWith("{") && text.endsWith("}") ? objects().parse(text) : entries(text);
        if (vector.size() == 0) {
            throw new MalformedLineException(SpanAttributes.VECTOR + " counts no node");
        }
        return vector;
    }

    private ClockText objects() {
        objects = objects == null ? new ClockText() : objects;
        return objects;
    }

    /** {@code a=1,b=2}. */
    private LoggedVector entries(String text) throws MalformedLineException {
        counts.begin();
        for (int from = 0, to; from <= text.length(); from = to + 1) {
            int comma = text.indexOf(',', from);
            to = comma < 0 ? text.length() : comma;
            String entry = text.substring(from, to).strip();
            int equals = entry.lastIndexOf('=');
            if (equals < 1 || !isCount(entry, equals + 1)) {
                throw new MalformedLineException(SpanAttributes.VECTOR + " is no vector such as a=1,b=2: "
                        + MalformedLineException.shorten(text));
            }
            counts.add(entry.substring(0, equals), entry.substring(equals + 1));
        }
        return counts.build();
    }

    private static boolean isCount(String entry, int from) {
        for (int i = from; i < entry.length(); i++) {
            if (entry.charAt(i) < '0' || entry.charAt(i) > '9') {
                return false;
            }
        }
        return from < entry.length();
    }
}
