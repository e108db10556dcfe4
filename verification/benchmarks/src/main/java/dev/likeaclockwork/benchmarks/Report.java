// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.benchmarks;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Prints how the results of one JMH run stand to the {@link Goals}, as a Markdown table.
 *
 * <p>Times are the tenth percentile over short iterations: on a machine that others use too, means are off by factors.
 * For two threads, whose luck in meeting varies, it is the median.
 */
public final class Report {
    /** Nanoseconds and bytes of one operation. */
    private record Result(double time, double bytes) {}

    private final Map<String, Result> results = new HashMap<>();

    private Report() {}

    /** Reads the file that is named by the only argument, the output of JMH's {@code -rf json}. */
    public static void main(String[] args) {
        Report report = new Report();
        for (JsonNode entry : JsonMapper.shared().readTree(Path.of(args[0]))) {
            report.add(entry);
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        report.print(out);
        report.printRates(out);
        report.printCosts(out);
    }

    private void add(JsonNode entry) {
        String name = entry.path("benchmark").asString().replaceFirst(".*\\.(\\w+\\.\\w+)$", "$1");
        double[] times = entry.path("primaryMetric")
                .path("rawData")
                .valueStream()
                .flatMapToDouble(fork -> fork.valueStream().mapToDouble(JsonNode::asDouble))
                .sorted()
                .toArray();
        double bytes = entry.path("secondaryMetrics")
                .path("gc.alloc.rate.norm")
                .path("score")
                .asDouble(Double.NaN);
        int place = name.startsWith("ContentionBenchmark") ? times.length / 2 : times.length / 10;
        results.put(name + ":" + entry.path("params").path("n").asString(), new Result(times[place], bytes));
    }

    private void print(PrintStream out) {
        out.println("| operation, peer | ns | bytes | peer's ns | peer's bytes | ratio | goal | |");
        out.println("|---|--:|--:|--:|--:|--:|--:|---|");
        for (Goals.Goal goal : Goals.ALL) {
            Result ours = results.get(goal.ours());
            Result peer = results.get(goal.peer());
            if (ours != null && peer != null) {
                out.println(row(goal, ours, peer));
            }
        }
    }

    private void printRates(PrintStream out) {
        out.println();
        out.println("| operation | ns | bytes | a second | goal | |");
        out.println("|---|--:|--:|--:|--:|---|");
        for (Goals.Rate rate : Goals.RATES) {
            Result ours = results.get(rate.ours());
            if (ours != null) {
                out.println(row(rate, ours));
            }
        }
    }

    private void printCosts(PrintStream out) {
        out.println();
        out.println("| costs more than without | ns | goal | bytes | goal | |");
        out.println("|---|--:|--:|--:|--:|---|");
        for (Goals.Cost cost : Goals.COSTS) {
            Result ours = results.get(cost.ours());
            Result without = results.get(cost.without());
            if (ours != null && without != null) {
                out.println(row(cost, ours.time - without.time, ours.bytes - without.bytes));
            }
        }
    }

    private static String row(Goals.Cost cost, double nanos, double bytes) {
        return String.format(
                Locale.ROOT,
                "| %s | %.0f | ≤ %d | %.0f | ≤ %d | %s |",
                cost.what(),
                nanos,
                cost.nanos(),
                bytes,
                cost.bytes(),
                nanos <= cost.nanos() && bytes <= cost.bytes() ? "met" : "missed");
    }

    private static String row(Goals.Rate rate, Result ours) {
        double perSecond = 1e9 / ours.time;
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.0f | %,.0f | ≥ %,d | %s |",
                rate.what(),
                time(ours),
                ours.bytes,
                perSecond,
                rate.perSecond(),
                perSecond >= rate.perSecond() ? "met" : "missed");
    }

    private static String row(Goals.Goal goal, Result ours, Result peer) {
        double ratio = goal.atMost() ? ours.time / peer.time : peer.time / ours.time;
        boolean met = goal.atMost() ? ratio <= goal.factor() : ratio >= goal.factor();
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.0f | %s | %.0f | %.2fx | %s %sx | %s |",
                goal.what(),
                time(ours),
                ours.bytes,
                time(peer),
                peer.bytes,
                ratio,
                goal.atMost() ? "≤" : "≥",
                shortNumber(goal.factor()),
                met ? "met" : "missed");
    }

    private static String time(Result result) {
        return String.format(Locale.ROOT, result.time < 100 ? "%.1f" : "%.0f", result.time);
    }

    private static String shortNumber(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
