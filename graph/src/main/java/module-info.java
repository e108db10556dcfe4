/** The happens-before graph of event logs: order, relation, races, statistics. */
module dev.likeaclockwork.graph {
    requires transitive dev.likeaclockwork.json;
    requires com.carrotsearch.hppc;
    requires static transitive org.jspecify;

    exports dev.likeaclockwork.graph;
    exports dev.likeaclockwork.graph.diagnosis;
    exports dev.likeaclockwork.graph.diff;
    exports dev.likeaclockwork.graph.event;
    exports dev.likeaclockwork.graph.findings;
    exports dev.likeaclockwork.graph.query;
    exports dev.likeaclockwork.graph.rules;
}
