/** The {@code _causality} member in JSON, and every value of core for Jackson 3. */
module dev.likeaclockwork.json {
    requires transitive dev.likeaclockwork.core;
    requires transitive tools.jackson.databind;
    requires static transitive org.jspecify;

    exports dev.likeaclockwork.json;
}
