// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard.kafkastreams;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A shop in a process of its own, which is killed (kill -9) after random numbers of effects. Used by one thread. */
final class KilledShop {
    /** The profile {@code kills} takes 200. */
    static final int KILLS = Integer.getInteger("guard.kills", 3);

    /**
     * Of one life; an application that was not killed by then waits for it, so that a fast one does not come to its
     * end.
     */
    static final int MAX_EFFECTS = 400;

    private static final char EFFECT = '.';
    private static final int KILLED = 128 + 9;

    private final SplittableRandom random = new SplittableRandom(42);
    private final List<String> command;

    KilledShop(String bootstrapServers, Path directory) {
        this.command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                KilledShop.class.getName(),
                bootstrapServers,
                directory.toString());
    }

    /** Takes the broker, a directory, and after how many effects it waits to be killed; ends when its input does. */
    public static void main(String[] arguments) throws Exception {
        AtomicInteger left = new AtomicInteger(Integer.parseInt(arguments[2]));
        CountDownLatch never = new CountDownLatch(1);
        Runnable afterEffect = () -> {
            System.out.print(EFFECT);
            System.out.flush();
            if (left.decrementAndGet() <= 0) {
                await(never);
            }
        };
        try (GuardedShop shop = GuardedShop.start(arguments[0], Path.of(arguments[1]), afterEffect)) {
            assertThat(System.in.read()).as("%s", shop.streams().state()).isNegative();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Process start(int maxEffects) throws Exception {
        List<String> whole = new ArrayList<>(command);
        whole.add(Integer.toString(maxEffects));
        return new ProcessBuilder(whole)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    void liveUntilKilled() throws Exception {
        Process process = start(MAX_EFFECTS);
        try (InputStream out = process.getInputStream()) {
            for (int left = random.nextInt(1, MAX_EFFECTS); left > 0; left--) {
                assertThat(out.read()).isEqualTo(EFFECT);
            }
            process.toHandle().destroyForcibly();
            assertThat(process.waitFor()).isEqualTo(KILLED);
        } finally {
            process.destroyForcibly();
        }
    }

    /** Something that takes its time, and may fail. */
    interface Work {
        void run() throws Exception;
    }

    void liveWhile(Work work) throws Exception {
        Process process = start(Integer.MAX_VALUE);
        try (InputStream out = process.getInputStream()) {
            Thread reader = new Thread(() -> drain(out));
            reader.setDaemon(true);
            reader.start();
            work.run();
            process.getOutputStream().close();
            assertThat(process.waitFor()).isZero();
        } finally {
            process.destroyForcibly();
        }
    }

    /** So that the process does not wait for a reader. */
    private static void drain(InputStream out) {
        try {
            out.transferTo(OutputStream.nullOutputStream());
        } catch (IOException gone) {
            System.getLogger(KilledShop.class.getName()).log(System.Logger.Level.DEBUG, "the process is gone", gone);
        }
    }
}
