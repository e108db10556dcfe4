/** What a graph shows about the logs themselves: whose wall clocks are apart, and by how much. */
@NullMarked
package dev.likeaclockwork.graph.diagnosis;

import org.jspecify.annotations.NullMarked;
