/**
 * Pieces of text that several formats share: times, vectors, accesses, regular expressions with a step budget, and
 * values of JSON. Nothing here knows a file or a format.
 */
@NullMarked
package dev.likeaclockwork.formats.text;

import org.jspecify.annotations.NullMarked;
