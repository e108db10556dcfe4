// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.likeaclockwork.runtime.Activity;
import dev.likeaclockwork.runtime.Clockwork;
import dev.likeaclockwork.runtime.CurrentActivity;
import dev.likeaclockwork.runtime.integration.Outbound;
import dev.likeaclockwork.runtime.integration.OutboundHandler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;

/** A server with an integration, a caller without one, and the log of both. */
public abstract class ServerFixture {
    final TestLog log = new TestLog();
    private final Queue<String> leaks = new ConcurrentLinkedQueue<>();
    final Clockwork caller = log.service("caller");

    /** For test classes. */
    protected ServerFixture() {}

    /** A server that listens; closing it stops it. */
    public interface RunningServer extends AutoCloseable {
        /**
         * Sends a request by means that add nothing of their own.
         *
         * @param path what to ask for
         * @param stamps the values of the header of the stamp, one header line or entry for each
         */
        Reply call(String path, List<byte[]> stamps) throws Exception;

        @Override
        void close() throws IOException;
    }

    /**
     * Starts a server with the integration.
     *
     * @param clockwork what the integration is to be set up with
     * @param endpoint what the server does with requests; a reply is to be sent only after it returned
     * @param outside to be run in the thread of each request before the integration and after it
     */
    protected abstract RunningServer serve(Clockwork clockwork, Endpoint endpoint, Runnable outside) throws Exception;

    /** How stamps travel. */
    protected abstract CarrierCodec codec();

    /** What begins the types of its events: {@code http} or {@code rpc}. */
    protected abstract String protocol();

    /** Whether several header lines of one name are one header. */
    protected boolean joinsRepeatedHeaders() {
        return codec() == CarrierCodec.TEXT;
    }

    /** Closes what the test opened. */
    @AfterEach
    final void closeLog() {
        log.close();
        assertEquals(List.of(), List.copyOf(leaks), "activities that are current outside of requests");
    }

    final RunningServer serve(Clockwork clockwork) throws Exception {
        return serve(clockwork, path -> endpoint(clockwork, path), this::noteLeak);
    }

    private void noteLeak() {
        CurrentActivity.get().ifPresent(activity -> leaks.add(activity.toString()));
    }

    private static String endpoint(Clockwork clockwork, String path) {
        clockwork.event("work.done").with("path", path).record();
        if (path.endsWith("/fail")) {
            throw new IllegalStateException("as the test wants it");
        }
        return path.endsWith("/large")
                ? "x".repeat(1 << 20)
                : clockwork.current().map(Activity::node).orElse("nobody");
    }

    /** A call as a stamped client makes it. */
    final Reply call(RunningServer server, String path) throws Exception {
        return call(server, path, caller.startActivity());
    }

    final Reply call(RunningServer server, String path, Activity activity) throws Exception {
        List<byte[]> stamps = new ArrayList<>();
        Outbound outbound = OutboundHandler.httpClient(caller).send(activity, path, codec().setter(stamps::add));
        Reply reply = server.call(path, stamps);
        outbound.receive(codec().getter(reply.stamps()));
        return reply;
    }

    final String received() {
        return protocol() + ".request.received";
    }

    final String sent() {
        return protocol() + ".response.sent";
    }

    final String failed() {
        return protocol() + ".request.failed";
    }
}
