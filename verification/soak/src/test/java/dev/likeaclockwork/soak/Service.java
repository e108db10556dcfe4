// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.soak;

import dev.likeaclockwork.httpclient.ClockworkHttpClient;
import dev.likeaclockwork.runtime.Clockwork;
import dev.likeaclockwork.runtime.sink.JsonLinesSink;
import dev.likeaclockwork.runtime.testkit.CountedMetrics;
import dev.likeaclockwork.servlet.ClockworkServletFilter;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;

/**
 * A service on Tomcat that works in a parallel branch, calls other services, and records to rotating files.
 * Thread-safe.
 */
final class Service implements AutoCloseable {
    private static final long BYTES_OF_FILE = 1 << 20;

    private final Tomcat tomcat = new Tomcat();
    private final ExecutorService workers = Executors.newFixedThreadPool(2);
    private final Clockwork clockwork;
    private final HttpClient client;
    private final List<URI> called;

    private Service(Clockwork clockwork, HttpClient client, List<URI> called) {
        this.clockwork = clockwork;
        this.client = ClockworkHttpClient.create(clockwork, client);
        this.called = called;
    }

    static Service start(String name, Path folder, CountedMetrics counts, HttpClient client, URI... called)
            throws IOException, LifecycleException {
        Clockwork clockwork = Clockwork.builder(name)
                .sink(JsonLinesSink.create(folder.resolve(name + ".jsonl"), BYTES_OF_FILE, 1))
                .metrics(counts)
                .build();
        Service service = new Service(clockwork, client, List.of(called));
        service.listen(folder);
        return service;
    }

    private void listen(Path folder) throws LifecycleException {
        tomcat.setBaseDir(folder.toString());
        tomcat.setHostname("127.0.0.1");
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        Context context = tomcat.addContext("", folder.toString());
        addFilter(context);
        Tomcat.addServlet(context, "answer", new Answer()).addMapping("/*");
        tomcat.start();
    }

    private void addFilter(Context context) {
        FilterDef definition = new FilterDef();
        definition.setFilterName("clockwork");
        definition.setFilter(ClockworkServletFilter.create(clockwork));
        context.addFilterDef(definition);
        FilterMap mapping = new FilterMap();
        mapping.setFilterName("clockwork");
        mapping.addURLPattern("/*");
        context.addFilterMap(mapping);
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + "/");
    }

    @Override
    public void close() throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
        workers.shutdownNow();
        clockwork.close();
    }

    /** Reserves items; a service that calls no other throws for 2 of 16 items. */
    private final class Answer extends HttpServlet {
        private static final long serialVersionUID = 1;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            String item = request.getRequestURI();
            clockwork.event("stock.checked").read(item, "7").record();
            if (called.isEmpty() && item.endsWith("0")) {
                throw new IllegalStateException("no " + item);
            }
            CompletableFuture<String> work = clockwork.supplyAsync(() -> reserve(item), workers);
            CompletableFuture<?>[] answers = called.stream()
                    .map(uri -> client.sendAsync(
                            HttpRequest.newBuilder(uri.resolve(item)).build(), BodyHandlers.discarding()))
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(answers).join();
            response.getWriter().write(work.join());
        }

        private String reserve(String item) {
            clockwork
                    .event("stock.reserved")
                    .wrote(item, "7", "8")
                    .with("pieces", 1)
                    .record();
            return "reserved";
        }
    }
}
