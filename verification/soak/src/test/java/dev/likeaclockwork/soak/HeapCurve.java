// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.soak;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The reachable bytes of the heap over time, in samples. Not thread-safe. */
final class HeapCurve {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 240;

    private final List<Long> bytes = new ArrayList<>();

    /** Collects all garbage, and adds the remaining bytes as a sample. */
    void sample() {
        System.gc();
        bytes.add(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    }

    /**
     * The growth in bytes: the median of the last quarter less that of the second quarter. The first quarter is
     * warm-up.
     */
    long growth() {
        int quarter = bytes.size() / 4;
        return median(bytes.subList(bytes.size() - quarter, bytes.size()))
                - median(bytes.subList(quarter, 2 * quarter));
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    /** The curve as an SVG picture whose vertical axis starts at 0 bytes. */
    String graph(long requests, Duration time) {
        long top = (bytes.stream().max(Long::compare).orElseThrow() >> 20) + 1;
        String points = IntStream.range(0, bytes.size())
                .mapToObj(i -> x(i) + "," + (HEIGHT - (bytes.get(i) * HEIGHT / (top << 20))))
                .collect(Collectors.joining(" "));
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 840 300" font-family="sans-serif" font-size="13" role="img" \
                aria-label="Reachable heap over time">
                <rect width="100%%" height="100%%" fill="#fff"/>
                <g transform="translate(70 30)" fill="#444">
                <path d="M0 0V240H720" fill="none" stroke="#888"/>
                <polyline points="%s" fill="none" stroke="#0b6bcb" stroke-width="2"/>
                <text x="-8" y="12" text-anchor="end">%d MiB</text>
                <text x="-8" y="240" text-anchor="end">0</text>
                <text x="0" y="260">reachable heap of three services, sampled after a full collection</text>
                <text x="720" y="260" text-anchor="end">%d minutes, %,d requests</text>
                </g>
                </svg>
                """.formatted(points, top, time.toMinutes(), requests);
    }

    private long x(int sample) {
        return (long) sample * WIDTH / (bytes.size() - 1);
    }

    @Override
    public String toString() {
        return bytes.stream().map(value -> (value >> 10) + " KiB").collect(Collectors.joining(", "));
    }
}
