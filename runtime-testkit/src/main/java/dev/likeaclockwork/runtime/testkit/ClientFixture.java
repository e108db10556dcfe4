// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime.testkit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.likeaclockwork.runtime.Clockwork;
import dev.likeaclockwork.runtime.CurrentActivity;
import dev.likeaclockwork.runtime.integration.Inbound;
import dev.likeaclockwork.runtime.integration.InboundHandler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The fixture of a client contract: a client with an integration, a scripted peer, and the log of both. */
public abstract class ClientFixture {
    final TestLog log = new TestLog();
    private final Clockwork server = log.service("server");
    final Queue<List<byte[]>> requests = new ConcurrentLinkedQueue<>();
    private Peer peer;

    /** For test classes. */
    @SuppressWarnings("NullAway.Init")
    protected ClientFixture() {}

    /** A server without the integration that answers by a script. */
    public interface Peer extends AutoCloseable {
        /** The port on which the peer listens. */
        int port();

        @Override
        void close() throws IOException;
    }

    /** The script of a peer. */
    @FunctionalInterface
    public interface Script {
        /**
         * Answers a request.
         *
         * @param path the requested path
         * @param headers the values of the timestamp header of the request
         * @return the answer, with the values of its timestamp header
         * @throws IOException if the peer must not answer, but end the connection or cut off the call
         */
        Reply answer(String path, List<byte[]> headers) throws IOException;
    }

    /** A client with the integration. */
    public interface Client extends AutoCloseable {
        /**
         * Calls the peer, and waits for the answer.
         *
         * @return whether the answer reports success; false also if the framework throws for an answer of failure
         * @throws Exception if there was no answer
         */
        boolean call(String path) throws Exception;

        /** Calls the peer, without waiting for the answer where the framework can. */
        Future<Boolean> callAsync(String path) throws Exception;

        @Override
        default void close() throws IOException {}
    }

    /** Starts a peer. */
    protected abstract Peer peer(Script script) throws Exception;

    /** Creates a client with the integration for a peer that listens on a port of the loopback address. */
    protected abstract Client client(Clockwork clockwork, int port) throws Exception;

    /** The encoding of timestamps. */
    protected abstract CarrierCodec codec();

    /** The prefix of its event types: {@code http} or {@code rpc}. */
    protected abstract String protocol();

    /** Starts the peer. */
    @BeforeEach
    final void startPeer() throws Exception {
        peer = peer(this::answer);
    }

    /** Closes the resources of the test, and fails if an activity is still current. */
    @AfterEach
    final void closeAll() throws Exception {
        peer.close();
        log.close();
        assertTrue(CurrentActivity.get().isEmpty(), "an activity is current after the test");
    }

    private Reply answer(String path, List<byte[]> headers) throws IOException {
        requests.add(headers);
        if (path.endsWith("/drop")) {
            throw new IOException("intended by the test");
        }
        if (path.endsWith("/malformed")) {
            return new Reply(true, "", List.of(codec().malformed().get(0)));
        }
        if (path.endsWith("/bare")) {
            return new Reply(true, "", List.of());
        }
        Inbound inbound = InboundHandler.httpServer(server).receive(path, codec().getter(headers));
        inbound.activity().tick("served");
        List<byte[]> reply = new ArrayList<>();
        inbound.reply(codec().setter(reply::add));
        return new Reply(!path.endsWith("/fail"), "", reply);
    }

    final Client client(Clockwork clockwork) throws Exception {
        return client(clockwork, peer.port());
    }

    final String sent() {
        return protocol() + ".request.sent";
    }

    final String received() {
        return protocol() + ".response.received";
    }

    final String failed() {
        return protocol() + ".call.failed";
    }
}
