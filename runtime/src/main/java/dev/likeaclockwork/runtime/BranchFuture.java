// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A future whose branch is joined where its outcome is taken. */
@SuppressWarnings("FutureReturnValueIgnored") // the futures that its own callbacks make have no outcome of their own
final class BranchFuture<T> extends CompletableFuture<T> {
    private final Activity branch;

    private BranchFuture(Activity branch) {
        this.branch = branch;
    }

    static <T> CompletableFuture<T> of(Activity branch, CompletableFuture<T> source) {
        BranchFuture<T> future = new BranchFuture<>(branch);
        source.whenComplete((value, failure) -> branch.run(() -> {
            if (failure == null) {
                future.complete(value);
            } else {
                future.completeExceptionally(failure);
            }
        }));
        future.whenCancelled(source);
        return future;
    }

    private void whenCancelled(CompletableFuture<T> source) {
        whenComplete((value, failure) -> {
            if (isCancelled()) {
                source.cancel(true);
            }
        });
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new BranchFuture<>(branch);
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

    @Override
    public T join() {
        try {
            return super.join();
        } finally {
            branch.joinIntoCurrentIfDone(this);
        }
    }

    @Override
    public T getNow(T valueIfAbsent) {
        boolean done = isDone();
        try {
            return super.getNow(valueIfAbsent);
        } finally {
            if (done) {
                branch.joinIntoCurrentIfDone(this);
            }
        }
    }
}
