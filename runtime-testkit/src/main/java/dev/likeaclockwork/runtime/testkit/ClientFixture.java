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

/** A client with an integration, a peer that answers as the test says, and the log of both. */
public abstract class ClientFixture {
    final TestLog log = new TestLog();
    private final Clockwork server = log.service("server");
    final Queue<List<byte[]>> requests = new ConcurrentLinkedQueue<>();
    private Peer peer;

    /** For test classes. */
    @SuppressWarnings("NullAway.Init")
    protected ClientFixture() {}

    /** A server without the integration, which answers as the test says. */
    public interface Peer extends AutoCloseable {
        /** Where it listens, for {@link #client}. */
        int port();

        @Override
        void close() throws IOException;
    }

    /** What the peer answers. */
    @FunctionalInterface
    public interface Script {
        /**
         * Answers a request.
         *
         * @param path what was asked for
         * @param stamps the values of the header of the stamp that came with it
         * @return the answer, with the values of the header of the stamp
         * @throws IOException if there must be no answer: the connection ends, or the call is cut off
         */
        Reply answer(String path, List<byte[]> stamps) throws IOException;
    }

    /** A client with the integration. */
    public interface Client extends AutoCloseable {
        /**
         * Asks the peer, and waits for the answer.
         *
         * @return whether the answer says that the request succeeded; false also if the framework throws because it
         *     does not
         * @throws Exception if there was no answer
         */
        boolean call(String path) throws Exception;

        /** Asks the peer, without waiting where the framework can do so. */
        Future<Boolean> callAsync(String path) throws Exception;

        @Override
        default void close() throws IOException {}
    }

    /** Starts a peer. */
    protected abstract Peer peer(Script script) throws Exception;

    /** Makes a client with the integration for a peer that listens on a port of loopback. */
    protected abstract Client client(Clockwork clockwork, int port) throws Exception;

    /** How stamps travel. */
    protected abstract CarrierCodec codec();

    /** What begins the types of its events: {@code http} or {@code rpc}. */
    protected abstract String protocol();

    /** Starts the peer. */
    @BeforeEach
    final void startPeer() throws Exception {
        peer = peer(this::answer);
    }

    /** Closes what the test opened. */
    @AfterEach
    final void closeAll() throws Exception {
        peer.close();
        log.close();
        assertTrue(CurrentActivity.get().isEmpty(), "an activity is current after the test");
    }

    private Reply answer(String path, List<byte[]> stamps) throws IOException {
        requests.add(stamps);
        if (path.endsWith("/drop")) {
            throw new IOException("as the test wants it");
        }
        if (path.endsWith("/malformed")) {
            return new Reply(true, "", List.of(codec().malformed().get(0)));
        }
        if (path.endsWith("/unstamped")) {
            return new Reply(true, "", List.of());
        }
        Inbound inbound = InboundHandler.httpServer(server).receive(path, codec().getter(stamps));
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
