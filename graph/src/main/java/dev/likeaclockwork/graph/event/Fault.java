// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.graph.event;

/** The kinds of faults that logs have: what each means, and what it does to the answers. */
public enum Fault {
    /** A file that is missing, cut off, or cannot be read. */
    UNREADABLE_INPUT("an input could not be read to its end", "its events are missing from all answers"),
    /** A line that no reader understands. */
    UNREADABLE_LINE("a line could not be read", "its event, if it has one, is missing from all answers"),
    /** An event whose vector does not count its own node. */
    NO_OWN_ENTRY("a vector does not count the event's own node", "the event is left out"),
    /** Two events that are one by node and counter. */
    DUPLICATE_DOT(
            "two different events have one node and counter",
            "the first is kept; what is said of it may be true of the other"),
    /** A later event of a node that knows less than an earlier one. */
    CLOCK_BACKWARDS("a node's clock ran backwards", "what the node knew before is taken as known"),
    /** An event that knows another one, but not what that one knew. */
    LOST_MERGE("a receive did not take over all that the sender knew", "what the sender knew is taken as known"),
    /** Events that are said to have happened before themselves. */
    CYCLE("events happened before themselves", "what orders them is not used; what is said of them is unknown"),
    /** Events that vectors prove, and no log contains. */
    HOLE("events are missing between others of their node", "races and versions of the missing events cannot be seen"),
    /** Events that vectors prove beyond the last one in the log. */
    FROM_THE_FUTURE(
            "a vector knows of more events than the node's log has", "as with a hole: the end of that log is missing"),
    /** A node that vectors name, and of which no log has an event. */
    UNKNOWN_NODE("no log has events of this node", "what it did cannot be seen"),
    /** An event that names a cause which no log contains. */
    MISSING_CAUSE(
            "an event names a cause that no log contains", "what is not known to be ordered with the event is unknown"),
    /** An effect that is stamped earlier than its cause. */
    CLOCK_SKEW(
            "an effect is stamped earlier than its cause",
            "none on causality; the order goes on by causes, not by these times");

    private final String meaning;
    private final String effect;

    Fault(String meaning, String effect) {
        this.meaning = meaning;
        this.effect = effect;
    }

    /** What is wrong, in words. */
    public String meaning() {
        return meaning;
    }

    /** What that does to the answers. */
    public String effect() {
        return effect;
    }

    /** Whether something that the log has is missing from the answers. */
    public boolean leavesOut() {
        return this == UNREADABLE_INPUT || this == UNREADABLE_LINE || this == NO_OWN_ENTRY || this == DUPLICATE_DOT;
    }
}
