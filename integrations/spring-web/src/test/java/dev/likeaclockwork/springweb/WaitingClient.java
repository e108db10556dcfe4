// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.springweb;

import dev.likeaclockwork.runtime.Clockwork;
import dev.likeaclockwork.runtime.testkit.ClientFixture;
import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A blocking client; a non-blocking call runs it in a task, as a service would. */
abstract class WaitingClient implements ClientFixture.Client {
    private final Clockwork clockwork;
    private final ExecutorService tasks = Executors.newCachedThreadPool();

    WaitingClient(Clockwork clockwork) {
        this.clockwork = clockwork;
    }

    @Override
    public abstract boolean call(String path);

    @Override
    public Future<Boolean> callAsync(String path) {
        return clockwork.supplyAsync(() -> call(path), tasks);
    }

    @Override
    public void close() throws IOException {
        tasks.shutdown();
    }
}
