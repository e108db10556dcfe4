// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.examples.dedup;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Silences the logs of the broker and its clients. */
final class Quiet {
    /** A strong reference, because the log manager would drop the logger and its level. */
    private static final Logger ROOT = Logger.getLogger("");

    private Quiet() {}

    /** Logs errors only. */
    static void logs() {
        ROOT.setLevel(Level.SEVERE);
    }
}
