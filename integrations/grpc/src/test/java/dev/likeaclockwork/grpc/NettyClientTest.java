// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.grpc;

import dev.likeaclockwork.runtime.Clockwork;
import dev.likeaclockwork.runtime.testkit.ClientContract;
import dev.likeaclockwork.runtime.testkit.StampCodec;

class NettyClientTest extends ClientContract {
    @Override
    protected Peer peer(Script script) throws Exception {
        return new RawPeer(Transport.NETTY, script);
    }

    @Override
    protected Client client(Clockwork clockwork, int port) {
        return new UnaryClient(Transport.NETTY, clockwork, port);
    }

    @Override
    protected StampCodec codec() {
        return StampCodec.BINARY;
    }

    @Override
    protected String protocol() {
        return "rpc";
    }
}
