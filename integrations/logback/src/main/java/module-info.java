// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
/** Integration of Logback. */
module dev.likeaclockwork.logback {
    requires transitive ch.qos.logback.classic;
    requires transitive ch.qos.logback.core;
    requires dev.likeaclockwork.json;
    requires dev.likeaclockwork.runtime;
    requires org.slf4j;
    requires static transitive org.jspecify;

    exports dev.likeaclockwork.logback;
}
