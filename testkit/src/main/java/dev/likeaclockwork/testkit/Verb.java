// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.testkit;

/** What a node did in one step: the three verbs of a clock, each of which records one event. */
public enum Verb {
    /** An event inside the node. */
    TICK,
    /** The sending of a message, which may be lost, arrive late, or arrive twice. */
    SEND,
    /** The receipt of a message. */
    RECEIVE
}
