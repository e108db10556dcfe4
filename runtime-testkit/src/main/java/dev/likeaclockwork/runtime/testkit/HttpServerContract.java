// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime.testkit;

import dev.likeaclockwork.runtime.Clockwork;
import java.io.IOException;

/**
 * The contract of an integration for HTTP servers. The requests are written byte by byte, so that no client library
 * corrects their headers.
 */
public abstract class HttpServerContract extends ServerContract {
    /** For test classes. */
    protected HttpServerContract() {}

    /** A web server that listens on the loopback address. */
    public interface WebServer extends AutoCloseable {
        /** The port of the server. */
        int port();

        @Override
        void close() throws IOException;
    }

    /**
     * Starts a web server with the integration; see {@link #serve}. A reply that failed has a status of 400 or above.
     */
    protected abstract WebServer listen(Clockwork clockwork, Endpoint endpoint, Runnable outside) throws Exception;

    @Override
    protected final CarrierCodec codec() {
        return CarrierCodec.TEXT;
    }

    @Override
    protected final String protocol() {
        return "http";
    }

    @Override
    protected final RunningServer serve(Clockwork clockwork, Endpoint endpoint, Runnable outside) throws Exception {
        WebServer server = listen(clockwork, endpoint, outside);
        return new RawHttpServer(server);
    }
}
