/**
 * What happened before what. One class for each source of order (vectors, named causes, versions, locks) adds edges;
 * chains answer whether one event happened before another; what the logs leave in doubt stays marked. Not exported.
 */
@NullMarked
package dev.likeaclockwork.graph.order;

import org.jspecify.annotations.NullMarked;
