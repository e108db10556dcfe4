/** Laws, seeded executions with ground truth, and contract suites for clocks and transports. */
module dev.likeaclockwork.testkit {
    requires transitive dev.likeaclockwork.core;
    requires transitive org.junit.jupiter.api;
    requires static transitive org.jspecify;

    exports dev.likeaclockwork.testkit;
}
