/**
 * What event logs say about causality: {@link dev.likeaclockwork.graph.CausalGraph} holds the events of one execution
 * and answers which happened before which; {@link dev.likeaclockwork.graph.findings.Races} and
 * {@link dev.likeaclockwork.graph.query.Statistics} are computed from it. Node names are free text, as logs have them.
 */
@NullMarked
package dev.likeaclockwork.graph;

import org.jspecify.annotations.NullMarked;
