// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.grpc;

import dev.likeaclockwork.runtime.testkit.ClientFixture;
import dev.likeaclockwork.runtime.testkit.Reply;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.Status;
import java.io.IOException;

/** A server without the integration, which responds as the contract requires. */
final class RawPeer implements ClientFixture.Peer {
    private final ClientFixture.Script script;
    private final Transport transport;
    private final Server server;

    RawPeer(Transport transport, ClientFixture.Script script) throws IOException {
        this.script = script;
        this.transport = transport;
        this.server = transport
                .server()
                .fallbackHandlerRegistry(Calls.anyMethod(MethodType.UNARY, this::start))
                .build()
                .start();
    }

    private ServerCall.Listener<String> start(ServerCall<String, String> call, Metadata headers) {
        call.request(1);
        return new ServerCall.Listener<>() {
            @Override
            public void onMessage(String path) {
                try {
                    answer(call, script.answer(path, Calls.vectors(headers)));
                } catch (IOException e) {
                    call.close(Status.UNAVAILABLE, new Metadata());
                }
            }
        };
    }

    private static void answer(ServerCall<String, String> call, Reply reply) {
        if (reply.ok()) {
            call.sendHeaders(Calls.metadata(reply.headers()));
            call.sendMessage(reply.body());
            call.close(Status.OK, new Metadata());
        } else {
            call.close(Status.INTERNAL, Calls.metadata(reply.headers()));
        }
    }

    @Override
    public int port() {
        return transport.port(server);
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
