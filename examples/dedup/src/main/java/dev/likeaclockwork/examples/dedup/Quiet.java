// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.examples.dedup;

import java.util.logging.Level;
import java.util.logging.Logger;

/** What broker and clients log; there is a lot. */
final class Quiet {
    /** Held, or it would forget its level. */
    private static final Logger ROOT = Logger.getLogger("");

    private Quiet() {}

    /** Leaves errors. */
    static void logs() {
        ROOT.setLevel(Level.SEVERE);
    }
}
