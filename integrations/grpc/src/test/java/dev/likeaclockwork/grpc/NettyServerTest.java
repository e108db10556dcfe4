// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.grpc;

import dev.likeaclockwork.runtime.Clockwork;
import dev.likeaclockwork.runtime.testkit.CarrierCodec;
import dev.likeaclockwork.runtime.testkit.Endpoint;
import dev.likeaclockwork.runtime.testkit.ServerContract;

class NettyServerTest extends ServerContract {
    @Override
    protected RunningServer serve(Clockwork clockwork, Endpoint endpoint, Runnable outside) throws Exception {
        return new UnaryServer(Transport.NETTY, clockwork, endpoint, outside);
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
