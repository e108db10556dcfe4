/**
 * What every reader works with: an input as bytes, lines or a window of text, and the collector that takes the events,
 * spans and problems found in it.
 */
@NullMarked
package dev.likeaclockwork.formats.input;

import org.jspecify.annotations.NullMarked;
