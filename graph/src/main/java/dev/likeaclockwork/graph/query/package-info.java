/** Questions to a graph: sets of events, cuts, paths, explanations, statistics. */
@NullMarked
package dev.likeaclockwork.graph.query;

import org.jspecify.annotations.NullMarked;
