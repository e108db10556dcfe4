/** The runtime of a service: activities, recording and sinks, and the service provider interface of integrations. */
@SuppressWarnings("requires-automatic")
module dev.likeaclockwork.runtime {
    requires transitive dev.likeaclockwork.core;
    requires dev.likeaclockwork.json;
    requires java.net.http;
    requires static transitive org.jspecify;

    // optional
    requires static org.slf4j;
    requires static micrometer.core;
    requires static context.propagation;

    exports dev.likeaclockwork.runtime;
    exports dev.likeaclockwork.runtime.integration;
    exports dev.likeaclockwork.runtime.metrics;
    exports dev.likeaclockwork.runtime.micrometer;
    exports dev.likeaclockwork.runtime.propagation;
    exports dev.likeaclockwork.runtime.sink;

    provides io.micrometer.context.ThreadLocalAccessor with
            dev.likeaclockwork.runtime.micrometer.CurrentActivityAccessor;
}
