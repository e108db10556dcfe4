/** Readers and writers of event logs and spans. */
module dev.likeaclockwork.formats {
    requires transitive dev.likeaclockwork.graph;
    requires dev.likeaclockwork.json;
    requires static transitive org.jspecify;

    exports dev.likeaclockwork.formats;
    exports dev.likeaclockwork.formats.options;
    exports dev.likeaclockwork.formats.output;
    exports dev.likeaclockwork.formats.spans;
}
