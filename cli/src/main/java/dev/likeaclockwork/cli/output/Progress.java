// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli.output;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.TimeUnit;

/**
 * A line on standard error that says what goes on, once that takes more than a second. Thread-safe.
 *
 * <p>Nothing is shown unless standard error is a terminal.
 */
public final class Progress implements AutoCloseable {
    private static final long FIRST = TimeUnit.SECONDS.toMillis(1);
    private static final long NEXT = 200;
    private static final int BAR = 24;
    private static final String ERASE = "\r\u001b[K";

    private final PrintWriter err;
    private final Timer timer = new Timer("progress", true);
    private String what = "";
    private long done;
    private long total;
    private boolean shown;
    private boolean closed;

    private Progress(PrintWriter err) {
        this.err = err;
    }

    /** Starts to watch. */
    public static Progress on(PrintWriter err, Terminal terminal) {
        Progress progress = new Progress(err);
        if (terminal.error()) {
            progress.timer.schedule(
                    new TimerTask() {
                        @Override
                        public void run() {
                            progress.show();
                        }
                    },
                    FIRST,
                    NEXT);
        }
        return progress;
    }

    /** Says what goes on from now on, and how much there is to do in all; 0 if nobody knows. */
    public synchronized void phase(String what, long total) {
        this.what = what;
        this.total = total;
        this.done = 0;
    }

    /** Adds to what is done of the total. */
    public synchronized void add(long amount) {
        done += amount;
    }

    private synchronized void show() {
        if (!closed) {
            shown = true;
            err.print(ERASE + line());
            err.flush();
        }
    }

    /** The line as it would be shown now. */
    public synchronized String line() {
        if (total == 0) {
            return what + " ...";
        }
        int filled = (int) (BAR * Math.min(done, total) / total);
        return String.format(
                Locale.ROOT,
                "%s [%s%s] %d %%",
                what,
                "#".repeat(filled),
                " ".repeat(BAR - filled),
                100 * Math.min(done, total) / total);
    }

    /** Takes the line away, and shows none any more. */
    @Override
    public synchronized void close() {
        timer.cancel();
        if (shown && !closed) {
            err.print(ERASE);
            err.flush();
        }
        closed = true;
    }
}
