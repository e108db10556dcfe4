// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime;

/**
 * Makes the runtime's own threads: daemons that keep no class loader of an application alive but the one that loaded
 * this.
 */
final class Threads {
    private Threads() {}

    /** A thread that does not hinder the process from ending; to be started. */
    static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.setContextClassLoader(Threads.class.getClassLoader());
        return thread;
    }
}
