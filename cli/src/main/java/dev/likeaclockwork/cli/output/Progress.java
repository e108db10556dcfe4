// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.cli.output;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.TimeUnit;

/**
 * A progress line on standard error, shown if a command takes more than a second and standard error is a terminal.
 * Thread-safe.
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

    /** Starts the timer of the progress line. */
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

    /** Begins a phase, whose total amount of work is {@code total}; 0 if it is unknown. */
    public synchronized void phase(String what, long total) {
        this.what = what;
        this.total = total;
        this.done = 0;
    }

    /** Adds to the amount of work that is done. */
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

    /** The current text of the progress line. */
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

    /** Erases the line for good. */
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
