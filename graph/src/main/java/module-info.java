/** The happens-before graph of event logs: order, relation, races, statistics. */
module dev.likeaclockwork.graph {
    requires transitive dev.likeaclockwork.json;
    requires com.carrotsearch.hppc;
    requires static transitive org.jspecify;

    exports dev.likeaclockwork.graph;
    exports dev.likeaclockwork.graph.diff;
    exports dev.likeaclockwork.graph.read;
    exports dev.likeaclockwork.graph.rules;
    exports dev.likeaclockwork.graph.write;
}
