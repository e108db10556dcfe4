/**
 * The events of one execution in columns, and the lanes of their nodes. Everything else in this module is computed from
 * these; what an event number means is decided here. Not exported.
 */
@NullMarked
package dev.likeaclockwork.graph.model;

import org.jspecify.annotations.NullMarked;
