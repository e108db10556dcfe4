/** What every writer works with: the interface of a writer, and the vectors that are written. */
@NullMarked
package dev.likeaclockwork.formats.output;

import org.jspecify.annotations.NullMarked;
