// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.json;

/**
 * The names of the attributes by which a span, or an event within one, tells the event that it is: as integrations and
 * {@code convert --to otlp} write them, and as the readers of all formats of spans take them. They say there what
 * {@code _causality} says in a JSON object, and are the keys of a logger's context, too.
 */
public final class SpanAttributes {
    /** The node, as text. */
    public static final String NODE = "clockwork.node";

    /**
     * The vector, as the header {@code X-Causality-Vector} has it: {@code a=1,b=2}. Names of nodes that cannot stand
     * there take a JSON object of counts instead.
     */
    public static final String VECTOR = "clockwork.vector";

    /** The event's own counter, for people; the vector says it, too. */
    public static final String COUNTER = "clockwork.counter";

    /** The event's id. */
    public static final String EVENT_ID = "clockwork.event_id";

    /** The resource that was accessed. */
    public static final String RESOURCE = "clockwork.resource";

    /** How it was: {@code read}, {@code write}, {@code acquire} or {@code release}. */
    public static final String ACCESS = "clockwork.access";

    /** The version that a write wrote over. */
    public static final String BASE = "clockwork.base";

    /** The version that a read saw or a write made. */
    public static final String VERSION = "clockwork.version";

    /** The vector of the end of a span, which is an event of its own then. */
    public static final String END_VECTOR = "clockwork.end.vector";

    /** The node of the end of a span, where it is not that of the start. */
    public static final String END_NODE = "clockwork.end.node";

    private SpanAttributes() {}
}
