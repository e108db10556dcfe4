// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.servlet;

import dev.likeaclockwork.runtime.Clockwork;
import dev.likeaclockwork.runtime.testkit.Endpoint;
import dev.likeaclockwork.runtime.testkit.HttpServerContract;
import java.io.IOException;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Runs the HTTP server contract on Jetty: 12 with Servlet 6.1, and 11 with 5.0. */
class JettyTest extends HttpServerContract {
    @Override
    protected WebServer listen(Clockwork clockwork, Endpoint endpoint, Runnable outside) throws Exception {
        Server jetty = new Server();
        ServerConnector connector = new ServerConnector(jetty);
        connector.setHost("127.0.0.1");
        jetty.addConnector(connector);
        JettyServlets servlets = new JettyServlets();
        servlets.add(ContractServlet.around(outside));
        servlets.add(ClockworkServletFilter.create(clockwork));
        servlets.add(new ContractServlet(endpoint));
        jetty.setHandler(servlets.handler());
        jetty.start();
        return new Running(jetty, connector);
    }

    private record Running(Server jetty, ServerConnector connector) implements WebServer {
        @Override
        public int port() {
            return connector.getLocalPort();
        }

        @Override
        public void close() throws IOException {
            try {
                jetty.stop();
            } catch (Exception e) {
                throw new IOException(e);
            }
        }
    }
}
