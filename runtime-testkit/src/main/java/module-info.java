/** Contract suites for integrations: HTTP and RPC servers and clients, messaging. */
module dev.likeaclockwork.runtime.testkit {
    requires transitive dev.likeaclockwork.formats;
    requires transitive dev.likeaclockwork.runtime;
    requires transitive org.junit.jupiter.api;
    requires jdk.httpserver;
    requires static transitive org.jspecify;

    exports dev.likeaclockwork.runtime.testkit;
}
