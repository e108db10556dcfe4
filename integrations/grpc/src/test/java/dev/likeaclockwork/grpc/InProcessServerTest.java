// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.grpc;

import dev.likeaclockwork.runtime.Clockwork;
import dev.likeaclockwork.runtime.testkit.Endpoint;
import dev.likeaclockwork.runtime.testkit.ServerContract;
import dev.likeaclockwork.runtime.testkit.StampCodec;

class InProcessServerTest extends ServerContract {
    @Override
    protected RunningServer serve(Clockwork clockwork, Endpoint endpoint, Runnable outside) throws Exception {
        return new UnaryServer(Transport.IN_PROCESS, clockwork, endpoint, outside);
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
