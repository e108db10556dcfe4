/** What a graph shows about data: accesses of one resource that no order separates. */
@NullMarked
package dev.likeaclockwork.graph.findings;

import org.jspecify.annotations.NullMarked;
