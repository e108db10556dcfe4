// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.formats.otlp;

import dev.likeaclockwork.VectorTimestamp;
import dev.likeaclockwork.formats.output.GraphWriter;
import dev.likeaclockwork.formats.output.UnknownCauses;
import dev.likeaclockwork.formats.output.Vectors;
import dev.likeaclockwork.graph.CausalGraph;
import dev.likeaclockwork.graph.event.Access;
import dev.likeaclockwork.graph.event.LoggedEvent;
import dev.likeaclockwork.graph.event.LoggedVector;
import dev.likeaclockwork.json.SpanAttributes;
import java.io.IOException;
import java.io.Writer;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Spans as OpenTelemetry's file exporter writes them: for each event one of no duration, whose parent is its first
 * direct cause, and which links to the others. What else the event says stands in {@link SpanAttributes}, by which it
 * is read again.
 */
public final class OtlpWriter implements GraphWriter {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int KIND_INTERNAL = 1;
    private static final String OWN = "clockwork.";

    @Override
    public String name() {
        return "otlp";
    }

    @Override
    public void write(CausalGraph graph, Writer out) throws IOException {
        Vectors vectors = Vectors.logged(graph);
        UnknownCauses unknown = new UnknownCauses(graph);
        String[] traces = new String[graph.size()];
        for (int event = 0; event < graph.size(); event++) {
            int[] causes = graph.causes(event).toArray();
            traces[event] = causes.length == 0 ? hash(graph.event(event)) : traces[causes[0]];
            LoggedEvent logged = graph.event(event);
            List<Map<String, Object>> links = links(graph, causes, traces);
            unknown.of(logged).forEach(id -> links.add(link(hash(id), spanId(hash(id)))));
            Map<String, Object> span = span(logged, traces[event], links);
            span.put("attributes", attributes(logged, vectors.next(logged)));
            out.write(JSON.writeValueAsString(request(logged.service(), span)));
            out.write('\n');
        }
    }

    private static Map<String, Object> request(String service, Map<String, Object> span) {
        Map<String, Object> resource = Map.of("attributes", List.of(attribute("service.name", service)));
        Map<String, Object> scopeSpans = Map.of("spans", List.of(span));
        Map<String, Object> resourceSpans = new LinkedHashMap<>();
        resourceSpans.put("resource", resource);
        resourceSpans.put("scopeSpans", List.of(scopeSpans));
        return Map.of("resourceSpans", List.of(resourceSpans));
    }

    /** The first link is that to the parent. */
    private static Map<String, Object> span(LoggedEvent logged, String trace, List<Map<String, Object>> links) {
        Map<String, Object> span = new LinkedHashMap<>();
        span.put("traceId", trace);
        span.put("spanId", spanId(hash(logged)));
        List<Map<String, Object>> further = links;
        if (!links.isEmpty() && trace.equals(links.get(0).get("traceId"))) {
            span.put("parentSpanId", links.get(0).get("spanId"));
            further = links.subList(1, links.size());
        }
        span.put("name", logged.label());
        span.put("kind", KIND_INTERNAL);
        span.put("startTimeUnixNano", nanos(logged.time()));
        span.put("endTimeUnixNano", nanos(logged.time()));
        if (!further.isEmpty()) {
            span.put("links", further);
        }
        return span;
    }

    private static List<Map<String, Object>> links(CausalGraph graph, int[] causes, String[] traces) {
        List<Map<String, Object>> links = new ArrayList<>();
        for (int cause : causes) {
            links.add(link(traces[cause], spanId(hash(graph.event(cause)))));
        }
        return links;
    }

    private static Map<String, Object> link(String trace, String span) {
        Map<String, Object> link = new LinkedHashMap<>();
        link.put("traceId", trace);
        link.put("spanId", span);
        return link;
    }

    /** Fields cannot have the names of our own attributes. */
    private static List<Map<String, Object>> attributes(LoggedEvent event, LoggedVector vector) {
        List<Map<String, Object>> attributes = new ArrayList<>();
        attributes.add(attribute(SpanAttributes.NODE, event.node()));
        attributes.add(attribute(SpanAttributes.VECTOR, text(vector)));
        attributes.add(attribute(SpanAttributes.COUNTER, String.valueOf(event.counter())));
        add(attributes, SpanAttributes.EVENT_ID, event.id());
        Access access = event.access();
        if (access != null) {
            add(attributes, SpanAttributes.RESOURCE, access.resource());
            add(attributes, SpanAttributes.ACCESS, access.kind().name().toLowerCase(Locale.ROOT));
            add(attributes, SpanAttributes.BASE, access.base());
            add(attributes, SpanAttributes.VERSION, access.version());
        }
        event.fields()
                .forEach((name, value) ->
                        attributes.add(attribute(name.startsWith(OWN) ? "field." + name : name, value)));
        return attributes;
    }

    private static void add(List<Map<String, Object>> attributes, String key, @Nullable String value) {
        if (value != null) {
            attributes.add(attribute(key, value));
        }
    }

    /** As the header has it, if it can: names of nodes in logs are any text. */
    private static String text(LoggedVector vector) {
        try {
            return VectorTimestamp.of(vector.toMap()).toString();
        } catch (IllegalArgumentException e) {
            return JSON.writeValueAsString(vector.toMap());
        }
    }

    private static Map<String, Object> attribute(String key, String value) {
        Map<String, Object> attribute = new LinkedHashMap<>();
        attribute.put("key", key);
        attribute.put("value", Map.of("stringValue", value));
        return attribute;
    }

    /** 0 where the log has no time, as the specification says for one that is not known. */
    private static String nanos(@Nullable Instant time) {
        return time == null
                ? "0"
                : BigInteger.valueOf(time.getEpochSecond())
                        .multiply(BigInteger.valueOf(1_000_000_000))
                        .add(BigInteger.valueOf(time.getNano()))
                        .max(BigInteger.ZERO)
                        .toString();
    }

    private static String spanId(String hash) {
        return hash.substring(0, 16);
    }

    /** The same for the same event, so that writing a log twice gives the same spans. */
    private static String hash(LoggedEvent event) {
        return hash(event.node() + ":" + event.counter() + ":" + event.id());
    }

    private static String hash(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
    }
}
