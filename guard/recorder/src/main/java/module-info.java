// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0

/** Recording of reads and writes of the guard's versioned values. */
module dev.likeaclockwork.guard.recorder {
    requires dev.likeaclockwork.runtime;
    requires transitive dev.likeaclockwork.guard;
    requires static transitive org.jspecify;

    exports dev.likeaclockwork.guard.recorder;
}
