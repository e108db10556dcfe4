// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.benchmarks;

import brave.Tracing;
import brave.handler.MutableSpan;
import brave.handler.SpanHandler;
import brave.http.HttpTracing;
import brave.jakarta.servlet.TracingFilter;
import brave.propagation.TraceContext;
import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.httpclient.ClockworkHttpClient;
import dev.likeaclockwork.runtime.Clockwork;
import dev.likeaclockwork.runtime.sink.RecordSink;
import dev.likeaclockwork.runtime.sink.RecordedEvent;
import dev.likeaclockwork.servlet.ClockworkServletFilter;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * A request through a servlet filter, whose handler makes one call by the JDK's HTTP client: without anything, with
 * Clockwork, with Brave. All but the network is there; what is recorded goes to a sink, or a span handler, that throws
 * it away.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
@Fork(1)
public class RequestBenchmark {
    /** Headers that come from outside: more than any cache of members would hold. */
    private static final int RING = 1 << 10;

    private static final HttpRequest CALL =
            HttpRequest.newBuilder(URI.create("http://payment:8080/payments")).build();

    /** The entries of a stamp that comes in; eight is the mean of the mesh in the issue. */
    @Param("8")
    int n;

    private final FilterChain plainHandler = handler(new CannedClient(this::answered));
    private int next;
    private String[] stamps;

    /** What an answer says beyond the request's stamp, behind it in the order of nodes. */
    private String[] answers;

    private String[] traces;
    private Clockwork clockwork;
    private Filter clockworkFilter;
    private FilterChain clockworkHandler;
    private Tracing tracing;
    private Filter braveFilter;
    private FilterChain braveHandler;

    @Setup
    public void prepare() {
        stamps = new String[RING];
        answers = new String[RING];
        traces = new String[RING];
        for (int i = 0; i < RING; i++) {
            Map<String, Long> entries = new TreeMap<>();
            for (int k = 0; k < n; k++) {
                entries.put(node(i * n + k), 3L + k);
            }
            stamps[i] = VectorTimestamp.of(entries).toString();
            answers[i] = ",payment" + node(-1 - i).substring("order-service".length()) + "=2";
            traces[i] = String.format("%016x-%016x-1", 0x463ac35c9f6413adL + i, 0xa2fb4a1d1a96d312L + i);
        }
        clockwork = Clockwork.builder("inventory").sink(new NoSink()).build();
        clockworkFilter = ClockworkServletFilter.create(clockwork);
        clockworkHandler = handler(ClockworkHttpClient.create(clockwork, new CannedClient(this::answered)));
        tracing = Tracing.newBuilder()
                .localServiceName("inventory")
                .addSpanHandler(new NoSpans())
                .build();
        HttpTracing http = HttpTracing.create(tracing);
        braveFilter = TracingFilter.create(http);
        BraveClient client = new BraveClient(new CannedClient(this::answered), http);
        braveHandler = (request, response) -> client.send(CALL);
    }

    /** As the runtime has them: a service and 64 bits. */
    private static String node(int seed) {
        String random = Long.toString(Math.abs(seed * 0x9E3779B97F4A7C15L), 32);
        return "order-service/" + "0".repeat(13 - random.length()) + random;
    }

    private static FilterChain handler(HttpClient client) {
        return (request, response) -> {
            try {
                client.send(CALL, BodyHandlers.discarding());
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    /** As a server answers: it knows what the request told, and has a node more. */
    private String answered(HttpRequest request) {
        List<String> told = request.headers().allValues("X-Causality-Vector");
        return (told.isEmpty() ? stamps[next] : told.get(0)) + answers[next];
    }

    private CannedRequest request(String header, String[] values) {
        next = (next + 1) & (RING - 1);
        return new CannedRequest(header, values[next]);
    }

    @Benchmark
    public Object without() throws Exception {
        CannedResponse response = new CannedResponse();
        plainHandler.doFilter(request("X-Causality-Vector", stamps), response);
        return response;
    }

    @Benchmark
    public Object clockwork() throws Exception {
        CannedResponse response = new CannedResponse();
        clockworkFilter.doFilter(request("X-Causality-Vector", stamps), response, clockworkHandler);
        return response;
    }

    @Benchmark
    public Object brave() throws Exception {
        CannedResponse response = new CannedResponse();
        braveFilter.doFilter(request("b3", traces), response, braveHandler);
        return response;
    }

    @TearDown
    public void finish() {
        System.out.println("dropped events: " + clockwork.dropped());
        clockwork.close();
        tracing.close();
    }

    private static final class NoSink implements RecordSink {
        @Override
        public String name() {
            return "none";
        }

        @Override
        public void write(List<RecordedEvent> events) {
            // the cost of files is not that of requests
        }
    }

    private static final class NoSpans extends SpanHandler {
        @Override
        public boolean end(TraceContext context, MutableSpan span, Cause cause) {
            return true;
        }
    }
}
