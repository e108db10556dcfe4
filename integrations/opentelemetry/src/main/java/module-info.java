// Copyright 2026 the Clockwork authors
// SPDX-License-Identifier: GPL-3.0-only WITH Classpath-exception-2.0
/** Integration of OpenTelemetry. */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module dev.likeaclockwork.opentelemetry {
    requires dev.likeaclockwork.json;
    requires transitive dev.likeaclockwork.runtime;
    requires io.opentelemetry.api;
    requires transitive io.opentelemetry.context;
    requires io.opentelemetry.sdk.common;
    requires transitive io.opentelemetry.sdk.trace;
    requires static transitive io.opentelemetry.sdk;
    requires static transitive io.opentelemetry.sdk.autoconfigure.spi;
    requires static transitive org.jspecify;

    exports dev.likeaclockwork.opentelemetry;

    provides io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider with
            dev.likeaclockwork.opentelemetry.ClockworkAutoConfiguration;
    provides io.opentelemetry.sdk.autoconfigure.spi.ConfigurablePropagatorProvider with
            dev.likeaclockwork.opentelemetry.ClockworkAutoConfiguration;
}
