/**
 * Logs of ShiViz and GoVector, a host with its vector clock and a text, in any form that an expression describes; a
 * graph is written as ShiViz reads it.
 */
@NullMarked
package dev.likeaclockwork.formats.vectorlog;

import org.jspecify.annotations.NullMarked;
