// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime.testkit;

import dev.likeaclockwork.runtime.ActivityScope;
import dev.likeaclockwork.runtime.Clockwork;
import dev.likeaclockwork.runtime.integration.Inbound;
import dev.likeaclockwork.runtime.integration.InboundHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The handler of an RPC server, with calls in memory. */
class InMemoryRpcServerTest extends ServerContract {
    @Override
    protected CarrierCodec codec() {
        return CarrierCodec.BINARY;
    }

    @Override
    protected String protocol() {
        return "rpc";
    }

    @Override
    protected RunningServer serve(Clockwork clockwork, Endpoint endpoint, Runnable outside) {
        return new MemoryServer(clockwork, endpoint, outside);
    }

    private static final class MemoryServer implements RunningServer {
        private final Clockwork clockwork;
        private final Endpoint endpoint;
        private final Runnable outside;
        private final ExecutorService threads = Executors.newFixedThreadPool(4);
        private final ExecutorService others = Executors.newFixedThreadPool(2);

        MemoryServer(Clockwork clockwork, Endpoint endpoint, Runnable outside) {
            this.clockwork = clockwork;
            this.endpoint = endpoint;
            this.outside = outside;
        }

        @Override
        public Reply call(String path, List<byte[]> headers) throws Exception {
            return threads.submit(() -> {
                        outside.run();
                        try {
                            return handle(path, headers);
                        } finally {
                            outside.run();
                        }
                    })
                    .get();
        }

        private Reply handle(String path, List<byte[]> headers) throws Exception {
            Inbound inbound = InboundHandler.rpcServer(clockwork).receive(path, CarrierCodec.BINARY.getter(headers));
            List<byte[]> reply = new ArrayList<>();
            try {
                String body = path.startsWith("/async")
                        ? others.submit(() -> run(inbound, path)).get()
                        : run(inbound, path);
                inbound.reply(CarrierCodec.BINARY.setter(reply::add));
                return new Reply(true, body, reply);
            } catch (Exception e) {
                inbound.fail(e);
                inbound.reply(CarrierCodec.BINARY.setter(reply::add));
                return new Reply(false, "", reply);
            }
        }

        private String run(Inbound inbound, String path) throws Exception {
            ActivityScope scope = inbound.makeCurrent();
            try {
                return endpoint.handle(path);
            } finally {
                scope.close();
            }
        }

        @Override
        public void close() {
            threads.shutdown();
            others.shutdown();
        }
    }
}
