// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.formats;

import dev.likeaclockwork.formats.input.Executions;
import dev.likeaclockwork.formats.input.Input;
import dev.likeaclockwork.formats.input.InputCollector;
import dev.likeaclockwork.formats.input.LogFormat;
import dev.likeaclockwork.formats.options.ReadOptions;
import dev.likeaclockwork.formats.options.Source;
import dev.likeaclockwork.graph.CausalGraph;
import dev.likeaclockwork.graph.GraphBuilder;
import dev.likeaclockwork.graph.event.EventSink;
import dev.likeaclockwork.graph.event.Fault;
import dev.likeaclockwork.graph.event.Position;
import dev.likeaclockwork.graph.event.Problem;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads logs of all formats into events, one input after the other. All inputs together are one execution, unless a
 * delimiter separates several.
 *
 * <p>What cannot be read becomes a {@link Problem} with its place, and the rest is read. Memory is bounded by the
 * longest line that is read, 16 MiB, and not by the inputs; spans alone are held until all inputs are read, because who
 * waited for whom depends on both. Immutable and thread-safe.
 */
public final class LogReader {
    private final ReadOptions options;
    private final List<LogFormat> formats;
    private final @Nullable LogFormat forced;

    /**
     * A reader.
     *
     * @throws IllegalArgumentException if an expression of the options is none, or if there is no format of the name
     */
    public LogReader(ReadOptions options) {
        this.options = options;
        this.formats = Formats.readers(options);
        this.forced = options.format().map(this::named).orElse(null);
    }

    /** The names of all formats, for {@link ReadOptions#format}. */
    public static List<String> formats() {
        return Formats.readers(ReadOptions.standard()).stream()
                .map(LogFormat::name)
                .toList();
    }

    private LogFormat named(String name) {
        return formats.stream()
                .filter(format -> format.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no format '" + name + "', only " + String.join(", ", formats())));
    }

    /**
     * Reads all sources, in their order.
     *
     * @param executions gives the sink for the events of an execution, once for each name; that is empty for the first
     *     or only one, and asked for even if there is no event at all
     */
    public void read(List<Source> sources, Function<String, ? extends EventSink> executions) {
        Executions found = new Executions(executions, options.spanRules());
        for (Source source : sources) {
            try (Input input = Input.open(source)) {
                read(input, new InputCollector(source.name(), found));
            } catch (IOException e) {
                found.unopened(new Problem(Fault.UNREADABLE_INPUT, new Position(source.name(), 0), explain(e)));
            }
        }
        found.finish();
    }

    /** The graphs of all executions by name, in the order of the sources. */
    public Map<String, CausalGraph> read(List<Source> sources) {
        Map<String, GraphBuilder> builders = new LinkedHashMap<>();
        read(sources, name -> builders.computeIfAbsent(name, n -> CausalGraph.builder()));
        Map<String, CausalGraph> graphs = new LinkedHashMap<>();
        builders.forEach((name, builder) -> graphs.put(name, builder.build()));
        return graphs;
    }

    private void read(Input input, InputCollector findings) {
        if (input.isBinary()) {
            findings.unreadableInput("is no text: logs are text in UTF-8, as it is or compressed by gzip");
            return;
        }
        String head = input.head();
        LogFormat format = forced != null
                ? forced
                : formats.stream()
                        .filter(candidate -> candidate.recognises(head))
                        .findFirst()
                        .orElseThrow();
        format.read(input, findings);
        input.failure().ifPresent(e -> findings.unreadableInput("cannot be read to its end: " + explain(e)));
        if (findings.foundNothing() && head.isBlank()) {
            findings.unreadableInput("is empty");
        } else if (findings.foundNothing()) {
            findings.unreadableInput(
                    format.recognisesEverything()
                            ? "is of no known format: there is no event in it"
                            : "has no event in it, read in the format '" + format.name() + "'");
        }
    }

    private static String explain(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "no such file";
        }
        if (e instanceof AccessDeniedException) {
            return "no permission to read it";
        }
        String reason = e instanceof FileSystemException failed ? failed.getReason() : e.getMessage();
        if (reason == null) {
            return e instanceof EOFException
                    ? "its end is missing"
                    : e.getClass().getSimpleName();
        }
        return reason;
    }
}
