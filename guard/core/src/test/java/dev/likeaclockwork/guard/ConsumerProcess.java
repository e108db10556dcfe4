// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.guard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * What a consumer does in a process of its own: takes deliveries from the last committed offset on, and commits its
 * offset now and then, so that some are delivered again after a crash.
 */
public final class ConsumerProcess {
    /** Printed after each delivery. */
    public static final char CONSUMED = '.';

    private static final int DELIVERIES_OF_COMMIT = 8;

    private ConsumerProcess() {}

    /** What is done with a delivery. */
    public interface Handler {
        /** Does it. */
        void handle(Deliveries.Delivery delivery) throws Exception;
    }

    /**
     * Takes the arguments of {@link KilledConsumer}: a seed, how many events, the file of the offset, others, and after
     * how many deliveries it waits to be killed.
     */
    public static void consume(String[] arguments, Handler handler) throws Exception {
        List<Deliveries.Delivery> deliveries =
                Deliveries.of(Long.parseLong(arguments[0]), Integer.parseInt(arguments[1]));
        Path offset = Path.of(arguments[2]);
        int first = Files.exists(offset) ? Integer.parseInt(Files.readString(offset)) : 0;
        int limit = Integer.parseInt(arguments[arguments.length - 1]);
        for (int i = first; i < deliveries.size(); i++) {
            if (i - first == limit) {
                awaitDeath();
            }
            handler.handle(deliveries.get(i));
            if (i % DELIVERIES_OF_COMMIT == 0) {
                commit(offset, i + 1);
            }
            print(CONSUMED);
        }
    }

    /** The end of the input is that of the test. */
    private static void awaitDeath() throws IOException {
        if (System.in.read() < 0) {
            throw new IllegalStateException("the test is gone");
        }
    }

    private static void commit(Path file, int offset) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.writeString(next, Integer.toString(offset));
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Tells the test something. */
    public static void print(char what) {
        System.out.print(what);
        System.out.flush();
    }
}
