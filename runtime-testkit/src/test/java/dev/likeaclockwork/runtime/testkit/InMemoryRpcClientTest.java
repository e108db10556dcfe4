// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime.testkit;

import dev.likeaclockwork.runtime.Activity;
import dev.likeaclockwork.runtime.Clockwork;
import dev.likeaclockwork.runtime.integration.Outbound;
import dev.likeaclockwork.runtime.integration.OutboundHandler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;

/** The handler of an RPC client, with calls in memory. */
class InMemoryRpcClientTest extends ClientContract {
    private final Map<Integer, Script> peers = new ConcurrentHashMap<>();

    @Override
    protected CarrierCodec codec() {
        return CarrierCodec.BINARY;
    }

    @Override
    protected String protocol() {
        return "rpc";
    }

    @Override
    protected Peer peer(Script script) {
        int port = peers.size() + 1;
        peers.put(port, script);
        return new Peer() {
            @Override
            public int port() {
                return port;
            }

            @Override
            public void close() {
                peers.remove(port);
            }
        };
    }

    @Override
    protected Client client(Clockwork clockwork, int port) {
        Script script = peers.get(port);
        return new Client() {
            @Override
            public boolean call(String path) throws IOException {
                return InMemoryRpcClientTest.call(clockwork, clockwork.currentOrNewActivity(), script, path);
            }

            @Override
            public Future<Boolean> callAsync(String path) {
                Activity branch = clockwork.currentOrNewActivity().fork();
                return branch.carry(CompletableFuture.supplyAsync(() -> {
                    try {
                        return InMemoryRpcClientTest.call(clockwork, branch, script, path);
                    } catch (IOException e) {
                        throw new CompletionException(e);
                    }
                }));
            }
        };
    }

    private static boolean call(Clockwork clockwork, Activity activity, Script script, String path) throws IOException {
        List<byte[]> headers = new ArrayList<>();
        Outbound outbound =
                OutboundHandler.rpcClient(clockwork).send(activity, path, CarrierCodec.BINARY.setter(headers::add));
        try {
            Reply reply = script.answer(path, headers);
            outbound.receive(CarrierCodec.BINARY.getter(reply.headers()));
            return reply.ok();
        } catch (IOException e) {
            outbound.fail(e);
            throw e;
        }
    }
}
