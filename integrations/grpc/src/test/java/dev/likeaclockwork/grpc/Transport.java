// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.grpc;

import io.grpc.ManagedChannelBuilder;
import io.grpc.Server;
import io.grpc.ServerBuilder;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;

/** The transport between client and server. */
enum Transport {
    IN_PROCESS {
        @Override
        ServerBuilder<?> server() {
            return InProcessServerBuilder.forName(Integer.toString(NAMES.incrementAndGet()));
        }

        @Override
        int port(Server server) {
            return Integer.parseInt(server.getListenSockets().get(0).toString().replaceAll("[^0-9]", ""));
        }

        @Override
        ManagedChannelBuilder<?> channel(int port) {
            return InProcessChannelBuilder.forName(Integer.toString(port));
        }
    },
    NETTY {
        @Override
        ServerBuilder<?> server() {
            return NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        }

        @Override
        int port(Server server) {
            return server.getPort();
        }

        @Override
        ManagedChannelBuilder<?> channel(int port) {
            return NettyChannelBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                    .usePlaintext();
        }
    };

    private static final AtomicInteger NAMES = new AtomicInteger();

    /** Returns a builder of a server. */
    abstract ServerBuilder<?> server();

    /** Returns the port of a started server. */
    abstract int port(Server server);

    abstract ManagedChannelBuilder<?> channel(int port);
}
