// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime.recording;

/**
 * The factory of the runtime's own threads: daemons whose context class loader is the one that loaded the runtime, so
 * that they keep no application's class loader alive.
 */
final class DaemonThreads {
    private DaemonThreads() {}

    /** A thread that is not started yet and does not keep the process alive. */
    static Thread create(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.setContextClassLoader(DaemonThreads.class.getClassLoader());
        return thread;
    }
}
