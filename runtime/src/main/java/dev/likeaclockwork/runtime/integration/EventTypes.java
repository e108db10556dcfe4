// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime.integration;

/**
 * The event types of one side of a protocol.
 *
 * @param started begins an exchange: a request is received or sent
 * @param ended ends it: a reply is sent or received
 * @param failed records its failure
 */
record EventTypes(String started, String ended, String failed) {
    static final EventTypes HTTP_SERVER =
            new EventTypes("http.request.received", "http.response.sent", "http.request.failed");
    static final EventTypes HTTP_CLIENT =
            new EventTypes("http.request.sent", "http.response.received", "http.call.failed");
    static final EventTypes RPC_SERVER =
            new EventTypes("rpc.request.received", "rpc.response.sent", "rpc.request.failed");
    static final EventTypes RPC_CLIENT = new EventTypes("rpc.request.sent", "rpc.response.received", "rpc.call.failed");
    static final EventTypes PRODUCER = new EventTypes("message.sent", "message.acknowledged", "message.send.failed");
    static final EventTypes CONSUMER = new EventTypes("message.received", "message.replied", "message.failed");
}
