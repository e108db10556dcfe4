// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime;

import dev.likeaclockwork.VectorClock;
import dev.likeaclockwork.VectorTimestamp;
import java.util.Optional;

/** The factory of a runtime's activities: a new node for each branch of a request, or one node for the process. */
interface Activities {
    /** An activity without a causal past. */
    Activity start();

    /** An activity whose causal past is {@code past}. */
    Activity start(VectorTimestamp past);

    /** A parallel branch whose causal past is {@code past}. */
    Activity fork(VectorTimestamp past);

    /** The current activity of this thread, if this factory made it. */
    Optional<Activity> current();

    /** The factory for a scope. */
    static Activities of(NodeScope scope, RuntimeContext context, NodeIds ids) {
        return scope == NodeScope.PROCESS ? new OfProcess(context, ids) : new OfRequests(context, ids);
    }

    /** Makes a node for each branch of a request. */
    final class OfRequests implements Activities {
        private final RuntimeContext context;
        private final NodeIds ids;

        private OfRequests(RuntimeContext context, NodeIds ids) {
            this.context = context;
            this.ids = ids;
        }

        @Override
        public Activity start() {
            return new Activity(this, context, new VectorClock(ids.next()));
        }

        @Override
        public Activity start(VectorTimestamp past) {
            String node = ids.next();
            context.checkIdentity(node, 0, past);
            return new Activity(this, context, VectorClock.resume(node, past));
        }

        @Override
        public Activity fork(VectorTimestamp past) {
            return new Activity(this, context, VectorClock.resume(ids.next(), Timestamps.withoutZeros(past)));
        }

        @Override
        public Optional<Activity> current() {
            Activity current = ActivityScope.current();
            return current != null && current.isOf(this) ? Optional.of(current) : Optional.empty();
        }
    }

    /** Keeps one node for the process. */
    final class OfProcess implements Activities {
        private final RuntimeContext context;
        private final Activity process;

        private OfProcess(RuntimeContext context, NodeIds ids) {
            this.context = context;
            this.process = new Activity(this, context, new VectorClock(ids.next()));
        }

        @Override
        public Activity start() {
            return process;
        }

        @Override
        public Activity start(VectorTimestamp past) {
            context.checkIdentity(process.node(), process.snapshot().get(process.node()), past);
            process.merge(past);
            return process;
        }

        @Override
        public Activity fork(VectorTimestamp past) {
            return process;
        }

        /** No other activity exists, so that the thread does not matter. */
        @Override
        public Optional<Activity> current() {
            return Optional.of(process);
        }
    }
}
