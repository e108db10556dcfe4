/**
 * Logs and spans as they are delivered, in and out: {@link dev.likeaclockwork.formats.LogReader} reads sources into the
 * events of a graph, {@link dev.likeaclockwork.formats.Formats} lists all formats. A format is a package of its own
 * with its reader and its writer; none knows another one, but that a JSON line may be a span or a message.
 */
@NullMarked
package dev.likeaclockwork.formats;

import org.jspecify.annotations.NullMarked;
