// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.benchmarks;

import dev.likeaclockwork.VectorClock;
import dev.likeaclockwork.VectorTimestamp;
import java.util.Locale;
import java.util.function.IntFunction;
import org.openjdk.jol.info.GraphLayout;

/**
 * Prints what one more timestamp costs in memory, as a Markdown table: the size of many that are kept, less the size of
 * one, divided by their number, so that what they share counts once.
 */
public final class Memory {
    private static final int KEPT = 256;

    private Memory() {}

    /** Takes no arguments. */
    public static void main(String[] args) {
        System.out.println("| N | a further send | goal | after a receive | goal | plain map's send |");
        System.out.println("|--:|--:|--:|--:|--:|--:|");
        for (int n : new int[] {3, 16, 64, 256}) {
            System.out.println(row(n));
        }
    }

    private static String row(int n) {
        String[] ids = Workload.ids(n);
        long[] counters = Workload.counters(n, 42);
        VectorTimestamp base = Workload.timestamp(ids, counters);
        VectorClock sender = VectorClock.resume(ids[n / 2], base);
        VectorClock receiver = VectorClock.resume(ids[n / 2], base);
        PlainClock plain = new PlainClock(ids[n / 2], PlainClock.map(ids, counters));
        return String.format(
                Locale.ROOT,
                "| %d | %.0f | ≤ 32 | %.0f | ≤ %d | %.0f |",
                n,
                perTimestamp(i -> sender.send()),
                perTimestamp(i -> receiver.receive(Workload.timestamp(ids, raised(counters, i + 1)))),
                8 * n + 96,
                perTimestamp(i -> plain.send()));
    }

    private static long[] raised(long[] counters, int by) {
        long[] raised = counters.clone();
        for (int i = 0; i < raised.length; i++) {
            raised[i] += by;
        }
        return raised;
    }

    private static double perTimestamp(IntFunction<Object> next) {
        Object[] kept = new Object[KEPT + 1];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = next.apply(i);
        }
        long one = GraphLayout.parseInstance(kept[0]).totalSize();
        return (GraphLayout.parseInstance(kept).totalSize() - one) / (double) KEPT;
    }
}
