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

/** The fixture of a server contract: a server with an integration, a caller without one, and the log of both. */
public abstract class ServerFixture {
    final TestLog log = new TestLog();
    private final Queue<String> leaks = new ConcurrentLinkedQueue<>();
    final Clockwork caller = log.service("caller");

    /** For test classes. */
    protected ServerFixture() {}

    /** A server that listens; closing it stops it. */
    public interface RunningServer extends AutoCloseable {
        /**
         * Sends a request without an integration.
         *
         * @param path the requested path
         * @param headers the values of the timestamp header, one header line or entry for each
         */
        Reply call(String path, List<byte[]> headers) throws Exception;

        @Override
        void close() throws IOException;
    }

    /**
     * Starts a server with the integration.
     *
     * @param clockwork the runtime of the integration
     * @param endpoint the handler of requests; the server must reply after it has returned
     * @param outside must run in the thread of each request, before the integration and after it
     */
    protected abstract RunningServer serve(Clockwork clockwork, Endpoint endpoint, Runnable outside) throws Exception;

    /** The encoding of timestamps. */
    protected abstract CarrierCodec codec();

    /** The prefix of its event types: {@code http} or {@code rpc}. */
    protected abstract String protocol();

    /** Whether several header lines of one name form one header. */
    protected boolean joinsRepeatedHeaders() {
        return codec() == CarrierCodec.TEXT;
    }

    /** Closes the resources of the test, and fails if an activity is still current. */
    @AfterEach
    final void closeLog() {
        log.close();
        assertEquals(List.of(), List.copyOf(leaks), "activities that are current outside of their requests");
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
            throw new IllegalStateException("intended by the test");
        }
        return path.endsWith("/large")
                ? "x".repeat(1 << 20)
                : clockwork.current().map(Activity::node).orElse("nobody");
    }

    /** Calls as a client with an integration does. */
    final Reply call(RunningServer server, String path) throws Exception {
        return call(server, path, caller.startActivity());
    }

    final Reply call(RunningServer server, String path, Activity activity) throws Exception {
        List<byte[]> headers = new ArrayList<>();
        Outbound outbound = OutboundHandler.httpClient(caller).send(activity, path, codec().setter(headers::add));
        Reply reply = server.call(path, headers);
        outbound.receive(codec().getter(reply.headers()));
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
