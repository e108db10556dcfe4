/**
 * Readers of event logs: {@link dev.likeaclockwork.graph.read.LogReader} recognises the format of each
 * {@link dev.likeaclockwork.graph.read.Source} and hands its events to a sink. A format is one implementation of
 * {@code LogFormat}, and most of its kind share a parser. A line that cannot be read becomes a
 * {@link dev.likeaclockwork.graph.Problem} with its place, and the rest is read.
 */
@NullMarked
package dev.likeaclockwork.graph.read;

import org.jspecify.annotations.NullMarked;
