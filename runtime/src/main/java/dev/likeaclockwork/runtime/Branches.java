// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
package dev.likeaclockwork.runtime;

import dev.likeaclockwork.VectorClock;
import dev.likeaclockwork.VectorTimestamp;
import java.util.Optional;

/** Where activities come from: a new node for each branch, or the one node of the process. */
interface Branches {
    Activity start();

    /** An activity that begins with the receipt of what tells {@code past}. */
    Activity start(VectorTimestamp past);

    /** A branch of an activity that knows what the activity knew at a moment of its past. */
    Activity fork(Activity parent, VectorTimestamp moment);

    /** The activity that is current where no other one is. */
    Optional<Activity> fallback();

    static Branches of(Clockwork clockwork, Scope scope, NodeIds ids) {
        return scope == Scope.PROCESS ? new OfProcess(clockwork, ids) : new OfRequests(clockwork, ids);
    }

    /** A node for each branch of a request. */
    final class OfRequests implements Branches {
        private final Clockwork clockwork;
        private final NodeIds ids;

        private OfRequests(Clockwork clockwork, NodeIds ids) {
            this.clockwork = clockwork;
            this.ids = ids;
        }

        @Override
        public Activity start() {
            return new Activity(clockwork, new VectorClock(ids.next()));
        }

        @Override
        public Activity start(VectorTimestamp past) {
            Activity activity = new Activity(clockwork, VectorClock.resume(ids.next(), past));
            clockwork.checkIdentity(activity.node(), 0, activity.snapshot());
            return activity;
        }

        @Override
        public Activity fork(Activity parent, VectorTimestamp moment) {
            return new Activity(clockwork, VectorClock.resume(ids.next(), Past.of(moment)));
        }

        @Override
        public Optional<Activity> fallback() {
            return Optional.empty();
        }
    }

    /** One node for the process. */
    final class OfProcess implements Branches {
        private final Activity process;

        private OfProcess(Clockwork clockwork, NodeIds ids) {
            this.process = new Activity(clockwork, new VectorClock(ids.next()));
        }

        @Override
        public Activity start() {
            return process;
        }

        @Override
        public Activity start(VectorTimestamp past) {
            process.clockwork().checkIdentity(process, past);
            process.clock().merge(past);
            return process;
        }

        @Override
        public Activity fork(Activity parent, VectorTimestamp moment) {
            return process;
        }

        @Override
        public Optional<Activity> fallback() {
            return Optional.of(process);
        }
    }
}
