// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RunnableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** An executor service that runs each task as a branch of the activity that submits it. */
final class BranchExecutor extends AbstractExecutorService {
    private final Activities activities;
    private final ExecutorService delegate;

    BranchExecutor(Activities activities, ExecutorService delegate) {
        this.activities = activities;
        this.delegate = delegate;
    }

    @Override
    public void execute(Runnable command) {
        delegate.execute(command instanceof Task ? command : wrap(command));
    }

    private Runnable wrap(Runnable command) {
        return activities.current().map(activity -> activity.wrap(command)).orElse(command);
    }

    @Override
    protected <T> RunnableFuture<T> newTaskFor(Runnable runnable, T value) {
        return newTaskFor(() -> {
            runnable.run();
            return value;
        });
    }

    @Override
    protected <T> RunnableFuture<T> newTaskFor(Callable<T> callable) {
        return activities
                .current()
                .map(Activity::fork)
                .<RunnableFuture<T>>map(branch -> new Task<>(callable, branch))
                .orElseGet(() -> super.newTaskFor(callable));
    }

    @Override
    public void shutdown() {
        delegate.shutdown();
    }

    @Override
    public List<Runnable> shutdownNow() {
        return delegate.shutdownNow();
    }

    @Override
    public boolean isShutdown() {
        return delegate.isShutdown();
    }

    @Override
    public boolean isTerminated() {
        return delegate.isTerminated();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        return delegate.awaitTermination(timeout, unit);
    }

    /** A task whose branch is joined where its result is taken. */
    private static final class Task<T> extends FutureTask<T> {
        private final Activity branch;

        Task(Callable<T> callable, Activity branch) {
            super(() -> branch.call(callable));
            this.branch = branch;
        }

        @Override
        public T get() throws InterruptedException, ExecutionException {
            try {
                return super.get();
            } finally {
                branch.joinIntoCurrentIfDone(this);
            }
        }

        @Override
        public T get(long timeout, TimeUnit unit) throws InterruptedException, ExecutionException, TimeoutException {
            try {
                return super.get(timeout, unit);
            } finally {
                branch.joinIntoCurrentIfDone(this);
            }
        }
    }
}
