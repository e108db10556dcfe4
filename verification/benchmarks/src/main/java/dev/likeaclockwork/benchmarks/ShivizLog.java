// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.benchmarks;

import dev.likeaclockwork.VectorClock;
import dev.likeaclockwork.VectorTimestamp;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.StringJoiner;

/** Writes a log in ShiViz's own format: hosts that tick, and send each other messages, every one of which arrives. */
public final class ShivizLog {
    private ShivizLog() {}

    /** Takes a number of events, a number of hosts, and the file to write. */
    public static void main(String[] arguments) throws IOException {
        int events = Integer.parseInt(arguments[0]);
        int hosts = Integer.parseInt(arguments[1]);
        try (PrintStream out =
                new PrintStream(Files.newOutputStream(Path.of(arguments[2])), false, StandardCharsets.UTF_8)) {
            write(events, hosts, out);
        }
    }

    private static void write(int events, int hosts, PrintStream out) {
        SplittableRandom random = new SplittableRandom(42);
        List<VectorClock> clocks = new ArrayList<>();
        for (int host = 0; host < hosts; host++) {
            clocks.add(new VectorClock("host" + host));
        }
        List<VectorTimestamp> onTheWay = new ArrayList<>();
        for (int event = 0; event < events; event++) {
            VectorClock clock = clocks.get(random.nextInt(hosts));
            if (random.nextInt(3) == 0) {
                onTheWay.add(log(out, clock, clock.send(), "sent"));
            } else if (!onTheWay.isEmpty() && random.nextBoolean()) {
                log(out, clock, clock.receive(onTheWay.remove(random.nextInt(onTheWay.size()))), "received");
            } else {
                log(out, clock, clock.tick(), "worked");
            }
        }
    }

    private static VectorTimestamp log(PrintStream out, VectorClock clock, VectorTimestamp stamp, String text) {
        StringJoiner vector = new StringJoiner(", ", "{", "}");
        stamp.forEach((node, counter) -> vector.add("\"" + node + "\":" + counter));
        out.println(clock.node() + " " + vector);
        out.println(text);
        return stamp;
    }
}
