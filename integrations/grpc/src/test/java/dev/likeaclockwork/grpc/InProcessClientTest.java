// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.grpc;

import dev.likeaclockwork.runtime.Clockwork;
import dev.likeaclockwork.runtime.testkit.CarrierCodec;
import dev.likeaclockwork.runtime.testkit.ClientContract;

class InProcessClientTest extends ClientContract {
    @Override
    protected Peer peer(Script script) throws Exception {
        return new RawPeer(Transport.IN_PROCESS, script);
    }

    @Override
    protected Client client(Clockwork clockwork, int port) {
        return new UnaryClient(Transport.IN_PROCESS, clockwork, port);
    }

    @Override
    protected CarrierCodec codec() {
        return CarrierCodec.BINARY;
    }

    @Override
    protected String protocol() {
        return "rpc";
    }
}
