/** Activities of a service, what they record and where that goes, and the handlers that integrations are glue to. */
@SuppressWarnings("requires-automatic")
module dev.likeaclockwork.runtime {
    requires transitive dev.likeaclockwork.core;
    requires dev.likeaclockwork.json;
    requires java.net.http;
    requires static transitive org.jspecify;

    // what a service may or may not have
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
