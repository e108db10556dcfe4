/**
 * Readers of event logs: {@link dev.likeaclockwork.graph.read.LogReader} recognises JSON lines with {@code _causality} and
 * the two-line logs of ShiViz and GoVector. A line that cannot be read becomes a
 * {@link dev.likeaclockwork.graph.Problem} with its place, and the rest is read.
 */
@NullMarked
package dev.likeaclockwork.graph.read;

import org.jspecify.annotations.NullMarked;
