/**
 * What a log says, as values: an event with its vector and its access, the place where it stands, and the faults of the
 * log. Readers make these values, {@link dev.likeaclockwork.graph.GraphBuilder} takes them.
 */
@NullMarked
package dev.likeaclockwork.graph.event;

import org.jspecify.annotations.NullMarked;
