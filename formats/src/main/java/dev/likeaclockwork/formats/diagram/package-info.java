/** Graphs as pictures: DOT for Graphviz, and Mermaid. */
@NullMarked
package dev.likeaclockwork.formats.diagram;

import org.jspecify.annotations.NullMarked;
