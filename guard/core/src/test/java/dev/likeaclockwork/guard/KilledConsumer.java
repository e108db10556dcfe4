// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;

/**
 * A consumer in a process of its own that is killed ({@code kill -9}) at random moments and started again, until it has
 * consumed all.
 */
public final class KilledConsumer {
    /** The profile {@code kills} takes 200. */
    public static final int KILLS = Integer.getInteger("guard.kills", 5);

    private static final long SEED = 42;
    private static final int MAX_CONSUMED = 40;

    /** A consumer that was not killed by then waits for it, so that a fast one does not come to its end. */
    private static final int LIMIT = 2 * MAX_CONSUMED;

    private static final int EVENTS = LIMIT * KILLS;
    private static final int MAX_START_MILLIS = 600;
    private static final long MAX_DELAY_NANOS = 3_000_000;
    private static final int KILLED = 128 + 9;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final List<String> command = new ArrayList<>();
    private final StringBuilder printed = new StringBuilder();

    private KilledConsumer(Class<?> main, Path offset, List<String> arguments) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Collections.addAll(command, java.toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx128m");
        // for RocksDB
        command.add("--enable-native-access=ALL-UNNAMED");
        Collections.addAll(command, "-cp", System.getProperty("java.class.path"), main.getName());
        Collections.addAll(command, Long.toString(SEED), Integer.toString(EVENTS), offset.toString());
        command.addAll(arguments);
        command.add("");
    }

    /**
     * Runs a main class that calls {@link ConsumerProcess#consume} and returns what it printed in all its lives.
     *
     * @param directory for the offset
     * @param arguments more arguments, between those of {@code consume}
     */
    public static String run(Class<?> main, Path directory, String... arguments) throws Exception {
        KilledConsumer consumer = new KilledConsumer(main, directory.resolve("offset"), List.of(arguments));
        for (int i = 0; i < KILLS; i++) {
            assertThat(consumer.live(true)).as("end of life %d", i).isEqualTo(KILLED);
        }
        assertThat(consumer.live(false)).as("end of the last life").isZero();
        return consumer.printed.toString();
    }

    /** Checks that each event had its effect once, given how often the event of a name had it. */
    public static void assertExactlyOnce(ToIntFunction<String> effects) {
        for (Deliveries.Delivery delivery : Deliveries.of(SEED, EVENTS)) {
            assertThat(effects.applyAsInt(delivery.name()))
                    .as("effects of %s", delivery)
                    .isOne();
        }
    }

    private int live(boolean isKilled) throws IOException, InterruptedException {
        command.set(command.size() - 1, Integer.toString(isKilled ? LIMIT : Integer.MAX_VALUE));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (InputStream out = process.getInputStream()) {
            if (isKilled) {
                awaitDeath(process, out);
                // unlike the process, the handle leaves the streams open
                process.toHandle().destroyForcibly();
            }
            printed.append(new String(out.readAllBytes(), StandardCharsets.US_ASCII));
            return process.waitFor();
        } finally {
            process.destroyForcibly();
        }
    }

    /** Somewhere in the start, or in one of the first deliveries. */
    private void awaitDeath(Process process, InputStream out) throws IOException, InterruptedException {
        if (random.nextInt(8) == 0) {
            process.waitFor(random.nextInt(MAX_START_MILLIS), TimeUnit.MILLISECONDS);
            return;
        }
        for (int left = random.nextInt(1, MAX_CONSUMED); left > 0; ) {
            int what = out.read();
            if (what < 0) {
                return;
            }
            printed.append((char) what);
            left -= what == ConsumerProcess.CONSUMED ? 1 : 0;
        }
        long start = System.nanoTime();
        long delay = random.nextLong(MAX_DELAY_NANOS);
        while (System.nanoTime() - start < delay) {
            Thread.onSpinWait();
        }
    }
}
