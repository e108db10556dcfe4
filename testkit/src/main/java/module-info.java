// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0

/** Laws, seeded executions with ground truth, and contract suites for clocks and transports. */
module dev.likeaclockwork.testkit {
    requires static transitive org.jspecify;
    requires transitive dev.likeaclockwork.core;
    requires transitive org.junit.jupiter.api;

    exports dev.likeaclockwork.testkit;
}
