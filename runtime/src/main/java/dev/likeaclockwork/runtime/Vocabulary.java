// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime;

/**
 * The event types of one side of a protocol.
 *
 * @param first what begins an exchange: a request that is received or sent
 * @param second what ends it: a reply that is sent or received
 * @param failed what tells of its failure
 */
record Vocabulary(String first, String second, String failed) {
    static final Vocabulary HTTP_SERVER =
            new Vocabulary("http.request.received", "http.response.sent", "http.request.failed");
    static final Vocabulary HTTP_CLIENT =
            new Vocabulary("http.request.sent", "http.response.received", "http.call.failed");
    static final Vocabulary RPC_SERVER =
            new Vocabulary("rpc.request.received", "rpc.response.sent", "rpc.request.failed");
    static final Vocabulary RPC_CLIENT = new Vocabulary("rpc.request.sent", "rpc.response.received", "rpc.call.failed");
    static final Vocabulary PRODUCER = new Vocabulary("message.sent", "message.acknowledged", "message.send.failed");
    static final Vocabulary CONSUMER = new Vocabulary("message.received", "message.replied", "message.failed");
}
